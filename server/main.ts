import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLogSink, type LogSink } from '@powernode/contract/log_lines.ts'
import { isTracing, startTracing, traceFields } from '@powernode/contract/tracing.ts'
import { logUncaught } from '@powernode/contract/uncaught.ts'
import { ensureSystemWorker } from '@powernode/modules/background/domains/workers/token.ts'
import {
  ensureFirstAdmin,
  type FirstAdmin,
} from '@powernode/modules/identity/domains/users/first_admin.ts'
import { storeSystemLogs } from '@powernode/modules/monitoring/domains/system_logs/system_log.ts'
import { pino } from 'pino'
import { buildApp, openModules } from './app.ts'
import { bracketed, type Config } from './config.ts'
import { openDatabase } from './platform/db/database.ts'
import { migrate } from './platform/db/migrations.ts'
import { version } from './platform/http/openapi.ts'
import { ConfigError } from './platform/kernel/config_error.ts'
import type { Platform } from './platform/kernel/platform.ts'
import { openPlatform } from './platform/platform.ts'

export interface Running {
  platform: Platform
  /** Where people reach it. */
  url: string
  /** Where the processes of this machine reach it. */
  localUrl: string
  /** Turns away what is new, gives load balancers their time to notice, and ends what runs with grace. */
  close(): Promise<void>
}

interface Where {
  databaseUrl: string
  masterKey: Buffer
}

/**
 * Logs as JSON lines on standard output, written in batches, at the latest after half a second. Nothing logs headers,
 * bodies or queries, which is what keeps secrets out. `sink` hears every line too.
 */
export function createLog(config: Config, sink?: LogSink) {
  const destination = pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 })
  destination.on('error', () => {}) // a full disk costs lines, not the server
  const level = config.LOG_LEVEL
  const options = { level, ...(isTracing() && { mixin: () => traceFields() }) }
  if (!sink || level === 'silent') return pino(options, destination)
  return pino(
    options,
    pino.multistream([
      { stream: destination, level },
      { stream: sink, level },
    ]),
  )
}

/**
 * Migrates, opens the platform and listens. On an empty installation it makes the first administrator, whom `show` gets
 * at once: what fails afterwards must not take a generated password along.
 */
export async function startServer(
  config: Config,
  where: Where,
  show: (firstAdmin: FirstAdmin) => void,
): Promise<Running> {
  // Lines of the start wait until there is a database to keep them in.
  const opened = Promise.withResolvers<Platform>()
  const sink = createLogSink(async (lines) => {
    await storeSystemLogs((await opened.promise).system(), 'server', lines)
  })
  const stopTracing = await startTracing('server', version, tracingOf(config))
  const log = createLog(config, sink)
  logUncaught(log)
  await migrateOnce(config, where.databaseUrl)
  const composition = await openModules(config)
  const platform = await openPlatform(config, where.databaseUrl, where.masterKey, log, composition)
  opened.resolve(platform)
  const firstAdmin = await ensureFirstAdmin(platform.system())
  if (firstAdmin) show(firstAdmin)
  if (config.WORKER_TOKEN) await ensureSystemWorker(platform.system(), config.WORKER_TOKEN)
  const app = await buildApp(platform)
  await app.listen({ port: config.PORT, host: config.HOST }).catch((error) => {
    throw explainListening(config, error)
  })
  platform.sealer.start()
  const started = composition.domains.flatMap(({ start }) => start?.(platform.system()) ?? [])
  const { address, port } = app.server.address() as AddressInfo
  return {
    platform,
    url: config.PORT === 0 ? config.publicUrl.replace(':0', `:${port}`) : config.publicUrl,
    localUrl: `http://${reachable(address)}:${port}`,
    async close() {
      platform.drain()
      await sleep(config.DRAIN_SECONDS * 1000)
      platform.stop()
      await Promise.all(started.map((one) => one.close()))
      await app.close()
      await sink.close()
      await platform.close()
      await stopTracing()
    },
  }
}

/** An address that this machine can connect to, for one that a server listens on. */
function reachable(address: string) {
  if (address === '0.0.0.0') return '127.0.0.1'
  if (address === '::') return '[::1]'
  return bracketed(address)
}

/** Why nothing can listen there, in one line with its cure where an operator can mend it. */
function explainListening({ HOST, PORT }: Config, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(`Port ${PORT} is taken: set PORT to another`)
    case 'EACCES':
      return new ConfigError(`No permission to listen on port ${PORT}`)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return new ConfigError(
        `${HOST} is no address of this machine: set HOST to one, or to 0.0.0.0`,
      )
    default:
      return error
  }
}

function tracingOf(config: Config) {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER: sampler } = config
  return { endpoint, sampler, ratio: config.OTEL_TRACES_SAMPLER_ARG }
}

/** Brings the schema up to date over a connection of its own. */
export async function migrateOnce(config: Config, databaseUrl: string): Promise<string[]> {
  const { migrations } = await openModules(config)
  const { db } = openDatabase(databaseUrl, 1)
  try {
    return await migrate(db as never, migrations)
  } finally {
    await db.destroy()
  }
}
