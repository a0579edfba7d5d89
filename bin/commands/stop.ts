import { once } from 'node:events'
import { readEnvironment } from '@powernode/contract/environment.ts'

const PARENT_MS = 500

/**
 * Aborted by SIGINT or SIGTERM, and when the process that started this one is gone. A second signal changes nothing:
 * npm and the terminal both send one for a single Ctrl-C.
 */
export function stopSignal(): AbortSignal {
  const asked = new AbortController()
  const stop = () => asked.abort(new Error('asked to stop'))
  for (const name of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(name, stop)
  // A shell between npm and this process keeps the signals that npm passes on, and ends without a word.
  if (readEnvironment().npm_execpath) {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      stop()
    }, PARENT_MS)
    watch.unref()
  }
  return asked.signal
}

/** Settles when `signal` is aborted. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}

/** Rejects with the reason when `signal` is aborted; for a race with what is to be given up then. */
export async function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  await untilAborted(signal)
  throw signal.reason
}
