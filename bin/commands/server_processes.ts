import cluster, { type Worker } from 'node:cluster'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../../server/config.ts'
import { answerMetrics } from '../../server/platform/http/process_metrics.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import type { Report } from './startup_report.ts'
import { stopSignal, untilAborted } from './stop.ts'

const RESTART_MS = 1000
/** How long a replaced process may take for its last requests, after DRAIN_SECONDS. */
const FINISH_SECONDS = 60

/** The message to a server process that another one has replaced it: it finishes its requests and exits. */
export const REPLACED = 'replaced'

/** A server process, known by its number; when it dies, another one takes the number. */
interface ServerProcess {
  worker: Worker
  /** Resolves when it listens; rejects with ConfigError if it cannot start. */
  ready: Promise<void>
}

/**
 * Runs SERVER_PROCESSES behind one listener until a stop signal. The first one migrates before the others start. A process
 * that dies is restarted; SIGHUP replaces one after the other, each by one that is ready. `forward` gets their reports.
 */
export async function runServerProcesses(
  { SERVER_PROCESSES, DRAIN_SECONDS }: Config,
  forward: (report: Report) => void,
): Promise<void> {
  const stopping = stopSignal()
  const processes = new Map<number, ServerProcess>()
  answerMetrics()

  function start(number: number): ServerProcess {
    const worker = cluster.fork({ POWERNODE_PROCESS: String(number) })
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
    ready.catch(() => {}) // only the first start and a replacement wait for it
    const started = { worker, ready }
    worker.on('error', reject)
    worker.on('message', (report: Report) => {
      if (report.failure && processes.get(number) === started) print(report.failure)
      if (report.failure) reject(new ConfigError(report.failure))
      if (report.firstAdmin) forward({ firstAdmin: report.firstAdmin })
      if (!report.ready) return
      forward({ ready: report.ready })
      resolve()
    })
    worker.once('exit', (code, signal) => {
      reject(new ConfigError(`The server stopped (${signal ?? code})`))
      void restart(number, started)
    })
    return started
  }

  /** Unless it was replaced, or never counted. */
  async function restart(number: number, dead: ServerProcess) {
    if (stopping.aborted || processes.get(number) !== dead) return
    print('a server process stopped; restarting it')
    await sleep(RESTART_MS)
    if (!stopping.aborted && processes.get(number) === dead) processes.set(number, start(number))
  }

  /** Returns false if the new process cannot start; the old one goes on. */
  async function replace(number: number): Promise<boolean> {
    const next = start(number)
    try {
      await next.ready
    } catch (error) {
      if (stopping.aborted) return false
      print(`${(error as Error).message}; the running server processes go on`)
      next.worker.process.kill('SIGKILL')
      return false
    }
    const previous = processes.get(number)?.worker
    processes.set(number, next)
    if (!previous?.isConnected()) return true
    previous.send(REPLACED)
    const late = () => previous.process.kill('SIGKILL')
    const timer = setTimeout(late, (DRAIN_SECONDS + FINISH_SECONDS) * 1000)
    await exitOf(previous)
    clearTimeout(timer)
    return true
  }

  async function replaceAll() {
    for (const number of processes.keys()) {
      if (stopping.aborted || !(await replace(number))) return
    }
  }

  let replacing = Promise.resolve()
  let isWaiting = false
  process.on('SIGHUP', () => {
    if (isWaiting) return // the next round reads the newest settings anyway
    isWaiting = true
    replacing = replacing.then(() => {
      isWaiting = false
      return replaceAll()
    })
  })

  const first = start(1)
  await Promise.race([first.ready, untilAborted(stopping)])
  processes.set(1, first)
  for (let number = 2; number <= SERVER_PROCESSES && !stopping.aborted; number++) {
    processes.set(number, start(number))
  }
  await untilAborted(stopping)
  const running = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  for (const { process } of running) process.kill('SIGTERM')
  await Promise.all(running.map(exitOf))
}

/** Resolves when the process has exited. */
async function exitOf(worker: Worker) {
  if (!worker.isDead()) await new Promise((resolve) => worker.once('exit', resolve))
}

function print(line: string) {
  process.stderr.write(`powernode: ${line}\n`)
}
