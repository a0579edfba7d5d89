import { createLogSink, type LogSink } from '@powernode/contract/log_lines.ts'
import { pino } from 'pino'
import { buildApp, channels, subscribers } from './app.ts'
import { type Config, ConfigError } from './config.ts'
import { keepSystemLogs } from './domains/admin_settings/system_log.ts'
import { watchRules } from './domains/alert_rules/watch.ts'
import { ensureFirstAdmin } from './domains/users/first_admin.ts'
import { ensureSystemWorker } from './domains/workers/token.ts'
import { openDatabase } from './platform/db/database.ts'
import { migrate } from './platform/db/migrations.ts'
import { openPlatform, type Platform } from './platform/platform.ts'

export interface Running {
  platform: Platform
  url: string
  /** What to show the operator once, on an empty installation. */
  firstAdmin: Awaited<ReturnType<typeof ensureFirstAdmin>>
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
  const level = config.LOG_LEVEL
  if (!sink || level === 'silent') return pino({ level }, destination)
  return pino(
    { level },
    pino.multistream([
      { stream: destination, level },
      { stream: sink, level },
    ]),
  )
}

/** Migrates, opens the platform and listens. */
export async function startServer(config: Config, where: Where): Promise<Running> {
  // Lines of the start wait until there is a database to keep them in.
  const opened = Promise.withResolvers<Platform>()
  const sink = createLogSink(async (lines) => {
    await keepSystemLogs((await opened.promise).system(), 'server', lines)
  })
  const log = createLog(config, sink)
  await migrateOnce(where.databaseUrl)
  const domains = { channels, subscribers }
  const platform = await openPlatform(config, where.databaseUrl, where.masterKey, log, domains)
  opened.resolve(platform)
  const firstAdmin = await ensureFirstAdmin(platform.system())
  if (config.WORKER_TOKEN) await ensureSystemWorker(platform.system(), config.WORKER_TOKEN)
  const app = await buildApp(platform)
  await app.listen({ port: config.PORT, host: config.HOST }).catch((error) => {
    if (error.code === 'EADDRINUSE')
      throw new ConfigError(`Port ${config.PORT} is taken: set PORT to another`)
    if (error.code === 'EACCES')
      throw new ConfigError(`No permission to listen on port ${config.PORT}`)
    throw error
  })
  platform.sealer.start()
  const rules = watchRules(platform.system())
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.PORT
  return {
    platform,
    url: config.PORT === 0 ? config.publicUrl.replace(':0', `:${port}`) : config.publicUrl,
    firstAdmin,
    async close() {
      platform.stop()
      await rules.close()
      await app.close()
      await sink.close()
      await platform.close()
    },
  }
}

/** Brings the schema up to date over a connection of its own. */
export async function migrateOnce(databaseUrl: string): Promise<string[]> {
  const { db } = openDatabase(databaseUrl, 1)
  try {
    return await migrate(db as never)
  } finally {
    await db.destroy()
  }
}
