import { once } from 'node:events'
import { readEnvironment } from '@powernode/contract/environment.ts'

const PARENT_MS = 500

/**
 * Aborted by SIGINT or SIGTERM, and when the parent process exits. A second signal has no effect:
 * npm and the terminal both send one for a single Ctrl-C.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort(new Error('stopped by a signal'))
  for (const name of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(name, stop)
  // A shell between npm and this process does not forward the signals of npm; it just exits.
  if (readEnvironment().npm_execpath) {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      stop()
    }, PARENT_MS)
    watch.unref()
  }
  return controller.signal
}

/** Resolves when `signal` is aborted. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}

/** Rejects with the reason when `signal` is aborted; for use in `Promise.race`. */
export async function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  await untilAborted(signal)
  throw signal.reason
}
