import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '@powernode/contract/environment.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { firstAdminLines, type Report } from './startup_report.ts'

const RESTART_MS = 1000

/** A server or worker that is restarted when it dies, until it is stopped. */
export interface Child {
  /** The first report that it listens; a worker sends none. Rejects with ConfigError if it cannot start. */
  ready: Promise<NonNullable<Report['ready']>>
  /** Stops it with SIGTERM, and kills it after `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>
}

/** Runs `powernode <command>` with this environment. */
export function keepRunning(command: 'server' | 'worker', initialEnvironment: Environment): Child {
  let environment = initialEnvironment
  const {
    promise: ready,
    resolve,
    reject,
  } = Promise.withResolvers<{
    url: string
    localUrl: string
  }>()
  let child: ChildProcess
  let started = command === 'worker'
  let stopping = false

  function start() {
    child = fork(join(import.meta.dirname, '../powernode.mjs'), [command], {
      // Two heaps of glibc instead of eight for each core: less memory is lost to fragmentation between threads.
      env: { MALLOC_ARENA_MAX: '2', ...environment },
      // A smaller young generation saves a third of the memory for a few percent of speed.
      execArgv: ['--max-semi-space-size=8'],
      detached: true, // on Ctrl-C, `up` stops its processes in order
    })
    child.on('error', (error) => process.stderr.write(`powernode: ${command}: ${error.message}\n`))
    child.on('message', (report: Report) => {
      if (report.failure && started) process.stderr.write(`powernode: ${report.failure}\n`)
      if (report.failure) reject(new ConfigError(report.failure))
      if (report.firstAdmin) process.stdout.write(firstAdminLines(report.firstAdmin))
      if (!report.ready) return
      started = true
      // If the system has chosen the port, a restarted server keeps it, because the worker uses it.
      environment = { ...initialEnvironment, PORT: new URL(report.ready.localUrl).port }
      resolve(report.ready)
    })
    child.once('exit', async (code, signal) => {
      if (stopping) return
      if (!started) return reject(new ConfigError(`The server stopped (${code ?? signal})`))
      process.stderr.write(`powernode: the ${command} stopped; restarting it\n`)
      await sleep(RESTART_MS)
      if (!stopping) start()
    })
  }
  start()

  return {
    ready,
    async stop(timeoutMs) {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
      await exited
      clearTimeout(timer)
    },
  }
}
