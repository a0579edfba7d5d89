import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { openDomains } from '../../server/app.ts'
import { type Config, ConfigError, readConfig } from '../../server/config.ts'
import { openVault } from '../../server/platform/crypto/vault.ts'
import { type Database, isUnreachable, openDatabase } from '../../server/platform/db/database.ts'
import { pendingMigrations } from '../../server/platform/db/migrations.ts'
import { masterKeyOf, withDatabase } from './place.ts'

const LOW_DISK_BYTES = 1024 ** 3
const MAX_SKEW_SECONDS = 5
/** A worker calls every twenty seconds, and what its token opens is remembered for sixty. */
const WORKER_SILENT_SECONDS = 120

/** Says what is wrong, or nothing. */
type Check = (config: Config, db: Database) => Promise<string | undefined> | string | undefined

const checks: Record<string, Check> = {
  'disk space': async (config) => {
    const { bavail, bsize } = await statfs(config.POWERNODE_DATA_DIR).catch(() => statfs('.'))
    return bavail * bsize < LOW_DISK_BYTES
      ? 'less than 1 GiB is free: make room before PostgreSQL stops'
      : undefined
  },
  PostgreSQL: async (_, db) => {
    const { rows } = await sql<{ version: number }>`
      select current_setting('server_version_num')::int / 10000 as version`.execute(db)
    const version = rows[0]?.version ?? 0
    return version < 15 ? `version ${version} is too old: 15 or newer is needed` : undefined
  },
  migrations: async (config, db) => {
    const { extensions } = await openDomains(config)
    const pending = await pendingMigrations(db as never, extensions)
    return pending.length > 0 ? `${pending.length} pending: run \`powernode migrate\`` : undefined
  },
  'master key': async (config, db) => {
    const vault = openVault(masterKeyOf(config))
    const { rows } = await sql<{ sealed: Buffer }>`
      select sealed_secret as sealed from signing_keys order by created_at desc limit 1`.execute(db)
    try {
      if (rows[0]) vault.open(rows[0].sealed)
      return undefined
    } catch {
      return 'does not open what this database has sealed: set POWERNODE_MASTER_KEY to the key it began with'
    }
  },
  clock: async (_, db) => {
    const before = Date.now()
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
    const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2) / 1000
    return skew > MAX_SKEW_SECONDS
      ? `differs from the database's by ${skew.toFixed(0)} s: set both by NTP`
      : undefined
  },
  worker: async (_, db) => {
    const { rows } = await sql<{ silent: number | null }>`
      select extract(epoch from clock_timestamp() - max(last_seen_at))::int as silent from workers`.execute(
      db,
    )
    const silent = rows[0]?.silent
    if (silent === null || silent === undefined)
      return 'none has ever called: start one with `powernode worker`'
    return silent > WORKER_SILENT_SECONDS
      ? `not heard of for ${silent} s: start one with \`powernode worker\``
      : undefined
  },
  mail: async (config) => {
    if (!config.SMTP_URL) return undefined
    const transport = createTransport(config.SMTP_URL)
    return transport.verify().then(
      () => undefined,
      (error: Error) => `${error.message}: check SMTP_URL`,
    )
  },
}

/** Runs every check and prints a line for each; exits with 1 when one fails. */
export async function doctor(): Promise<void> {
  const config = readConfig()
  await withDatabase(config, async (url) => {
    const { db } = openDatabase(url, 2)
    for (const [name, check] of Object.entries(checks)) {
      const problem = await run(check, config, db)
      process.stdout.write(`${problem ? '✗' : '✓'} ${name}${problem ? `: ${problem}` : ''}\n`)
      if (problem) process.exitCode = 1
    }
    await db.destroy()
  })
}

async function run(check: Check, config: Config, db: Database) {
  try {
    return await check(config, db)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    if (isUnreachable(error))
      return `the database cannot be reached (${(error as Error).message}): start it, or check DATABASE_URL`
    // Before the first migration there is nothing to look at.
    if ((error as { code?: string }).code === '42P01')
      return 'not there yet: run `powernode migrate`'
    return `cannot be checked: ${(error as Error).message}`
  }
}
