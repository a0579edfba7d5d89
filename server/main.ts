import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { readEnvironment } from '@powernode/contract/environment.ts'
import { createLogSink, type LogSink } from '@powernode/contract/log_lines.ts'
import { openTerminalLog } from '@powernode/contract/terminal_log.ts'
import { isTracing, startTracing, traceFields } from '@powernode/contract/tracing.ts'
import { logUncaught } from '@powernode/contract/uncaught.ts'
import { version } from '@powernode/contract/version.ts'
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
import { ConfigError } from './platform/kernel/config_error.ts'
import type { Platform } from './platform/kernel/platform.ts'
import { openPlatform } from './platform/platform.ts'

const STOP_WITHOUT_DATABASE_MS = 3000

export interface Running {
  platform: Platform
  /** The public address. */
  url: string
  /** The address for processes on the same machine. */
  localUrl: string
  /**
   * Reports not ready, unless another process has replaced this one, waits until load balancers and clients have noticed,
   * then finishes running requests.
   */
  close(reason?: 'stopping' | 'replaced'): Promise<void>
}

interface ServerSecrets {
  databaseUrl: string
  masterKey: Buffer
}

/**
 * Logs JSON lines to standard output in batches, at the latest after half a second; below `up` without LOG_LEVEL, logs
 * warnings for a reader. Headers, bodies and queries are never
 * logged, so that no secret is. `sink` receives every line too.
 */
export function createLog(config: Config, sink?: LogSink) {
  const destination = pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 })
  destination.on('error', () => {}) // a full disk loses log lines but does not stop the server
  const level = config.LOG_LEVEL
  const options = { level, ...(isTracing() && { mixin: () => traceFields() }) }
  if (!sink || level === 'silent') return pino(options, destination)
  return pino(
    options,
    pino.multistream([
      openTerminalLog(readEnvironment()) ?? { stream: destination, level },
      { stream: sink, level },
    ]),
  )
}

/**
 * Migrates, opens the platform and listens. On an empty installation it creates the first administrator and calls `show`
 * immediately, so that a later failure does not lose a generated password.
 */
export async function startServer(
  config: Config,
  secrets: ServerSecrets,
  show: (firstAdmin: FirstAdmin) => void,
): Promise<Running> {
  // Log lines are buffered until the database is open.
  const opened = Promise.withResolvers<Platform>()
  const sink = createLogSink(async (lines) => {
    await storeSystemLogs((await opened.promise).system(), 'server', lines)
  })
  const stopTracing = await startTracing('server', version, tracingOf(config))
  const log = createLog(config, sink)
  logUncaught(log)
  await requireAddress(config)
  await migrateOnce(config, secrets.databaseUrl)
  const composition = await openModules(config)
  const platform = await openPlatform(
    config,
    secrets.databaseUrl,
    secrets.masterKey,
    log,
    composition,
  )
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
    async close(reason = 'stopping') {
      platform.drain(reason)
      // Without the database it has been not ready for a while, and nothing can be written.
      const isLost = !platform.listener.connected
      if (!isLost) await sleep(config.DRAIN_SECONDS * 1000)
      platform.stop()
      const late = isLost ? [sleep(STOP_WITHOUT_DATABASE_MS)] : []
      await Promise.race([closeAll(), ...late])
    },
  }

  async function closeAll() {
    await Promise.all(started.map((service) => service.close()))
    await app.close()
    await sink.close()
    await platform.close()
    await stopTracing()
  }
}

/** Throws ConfigError if the server cannot listen: before it migrates, or creates an administrator with a password to show. */
async function requireAddress(config: Config) {
  const probe = createServer()
  try {
    await once(probe.listen({ port: config.PORT, host: config.HOST }), 'listening')
  } catch (error) {
    throw explainListening(config, error as NodeJS.ErrnoException)
  }
  await new Promise((done) => probe.close(done))
}

/** An address to connect to from this machine, for the address that the server listens on. */
function reachable(address: string) {
  if (address === '0.0.0.0') return '127.0.0.1'
  if (address === '::') return '[::1]'
  return bracketed(address)
}

/** Explains why the server cannot listen and how to fix it, in one line. */
function explainListening({ HOST, PORT }: Config, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(`Port ${PORT} is already in use: set PORT to another port`)
    case 'EACCES':
      return new ConfigError(`No permission to listen on port ${PORT}`)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return new ConfigError(
        `${HOST} is not an address of this machine: set HOST to one of its addresses, or to 0.0.0.0`,
      )
    default:
      return error
  }
}

function tracingOf(config: Config) {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER: sampler } = config
  return { endpoint, sampler, ratio: config.OTEL_TRACES_SAMPLER_ARG }
}

/** Migrates the schema, using a separate connection. */
export async function migrateOnce(config: Config, databaseUrl: string): Promise<string[]> {
  const { migrations } = await openModules(config)
  const { db } = openDatabase(databaseUrl, 1)
  try {
    return await migrate(db as never, migrations)
  } finally {
    await db.destroy()
  }
}
