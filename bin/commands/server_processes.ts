import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerMetrics } from '../../server/platform/http/process_metrics.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import type { Report } from './startup_report.ts'
import { stopSignal, untilAborted } from './stop.ts'

const RESTART_MS = 1000

/** The message to a server process that another one has replaced it: it finishes its requests and exits. */
export const REPLACED = 'replaced'

/** One of the server processes: when it dies, another one takes its number. */
interface ServerProcess {
  worker: Worker
  /** Resolves when it listens; rejects with ConfigError if it cannot start. */
  ready: Promise<void>
}

/**
 * Runs `count` servers behind one listener. The first one migrates before the others start. A process that dies is
 * restarted; SIGHUP replaces one after the other, each by one that is ready. `forward` gets their reports.
 */
export async function runServerProcesses(
  count: number,
  forward: (report: Report) => void,
): Promise<void> {
  const stopping = stopSignal()
  const processes = new Map<number, ServerProcess>()
  answerMetrics()

  function start(number: number): ServerProcess {
    const worker = cluster.fork({ POWERNODE_PROCESS: String(number) })
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
    ready.catch(() => {}) // a failure is told to whoever waits for it
    worker.on('error', reject)
    worker.on('message', (report: Report) => {
      if (report.failure) reject(new ConfigError(report.failure))
      if (report.firstAdmin) forward({ firstAdmin: report.firstAdmin })
      if (!report.ready) return
      forward({ ready: report.ready })
      resolve()
    })
    const own = { worker, ready }
    worker.once('exit', (code, signal) => {
      reject(new ConfigError(`A server process stopped (${signal ?? code})`))
      if (processes.get(number) === own) void restart(number)
    })
    return own
  }

  async function restart(number: number) {
    if (stopping.aborted) return
    process.stderr.write('powernode: a server process stopped; restarting it\n')
    await sleep(RESTART_MS)
    if (!stopping.aborted) processes.set(number, start(number))
  }

  async function replace(number: number) {
    const [previous, next] = [processes.get(number), start(number)]
    try {
      await next.ready
    } catch (error) {
      process.stderr.write(`powernode: ${(error as Error).message}; the old process goes on\n`)
      next.worker.kill('SIGKILL')
      return false
    }
    processes.set(number, next)
    if (previous && !previous.worker.isDead()) {
      const exited = once(previous.worker, 'exit')
      previous.worker.send(REPLACED)
      await exited
    }
    return true
  }

  async function replaceAll() {
    for (const number of processes.keys()) {
      if (stopping.aborted || !(await replace(number))) return
    }
  }

  let replacing = Promise.resolve()
  let waiting = false
  process.on('SIGHUP', () => {
    if (waiting) return // the round that waits will read the newest settings
    waiting = true
    replacing = replacing.then(() => {
      waiting = false
      return replaceAll()
    })
  })

  for (let number = 1; number <= count && !stopping.aborted; number++) {
    const one = start(number)
    processes.set(number, one)
    if (number === 1) await Promise.race([one.ready, untilAborted(stopping)])
  }
  await untilAborted(stopping)
  await stopAll()
}

/** Stops all server processes, including those that are being replaced. */
async function stopAll() {
  const running = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  await Promise.all(
    running.map(async (worker) => {
      if (worker.isDead()) return
      const exited = once(worker, 'exit')
      worker.process.kill('SIGTERM')
      await exited
    }),
  )
}
