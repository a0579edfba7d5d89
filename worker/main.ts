import { readEnvironment } from '@powernode/contract/environment.ts'
import { createLogSink } from '@powernode/contract/log_lines.ts'
import { openTerminalLog } from '@powernode/contract/terminal_log.ts'
import { isTracing, startTracing, traceFields } from '@powernode/contract/tracing.ts'
import { logUncaught } from '@powernode/contract/uncaught.ts'
import { version } from '@powernode/contract/version.ts'
import { type Level, pino } from 'pino'
import { loadHandlers } from './catalogue.ts'
import { createApi, createLeaseApi, createOutcomeApi } from './client.ts'
import { readProcessConfig } from './config.ts'
import { startRunner } from './runner.ts'

const GRACE_MS = 10_000
const LOG_MS = 5000

/** Runs a worker until `asked` resolves. Throws WorkerConfigError. */
export async function main(stopRequested: Promise<void>): Promise<void> {
  const config = readProcessConfig()
  const api = createLeaseApi(config)
  const sink = createLogSink(async (lines) => {
    const signal = AbortSignal.timeout(LOG_MS)
    const { error } = await api.POST('/api/v1/internal/system_logs', { body: { lines }, signal })
    if (error) throw new Error(error.error)
  })
  const stopTracing = await startTracing('worker', version, config.tracing)
  const level = config.logLevel as Level
  const destination = pino.destination(1)
  destination.on('error', () => {}) // a full disk must not stop the worker
  const streams = [
    openTerminalLog(readEnvironment()) ?? { stream: destination, level },
    { stream: sink, level },
  ]
  const mixin = isTracing() && { mixin: () => traceFields() }
  const log = pino({ level, name: 'worker', ...mixin }, pino.multistream(streams))
  logUncaught(log)
  const connect = {
    api: () => createApi(config),
    leases: () => createLeaseApi(config),
    outcomes: () => createOutcomeApi(config),
  }
  const runner = startRunner(config, connect, await loadHandlers(), log)
  await stopRequested
  await runner.stop(GRACE_MS)
  await sink.close()
  await stopTracing()
}
