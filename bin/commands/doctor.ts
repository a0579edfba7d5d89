import { statfs } from 'node:fs/promises'
import {
  ageOf,
  missedBackups,
  readBackupRecord,
} from '@powernode/modules/administration/domains/backups/overdue.ts'
import { OFFLINE_AFTER_SECONDS } from '@powernode/modules/background/domains/workers/worker.ts'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { openModules } from '../../server/app.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { createLog } from '../../server/main.ts'
import { proveMasterKey, sealedSample } from '../../server/platform/crypto/master_key.ts'
import { digestOf } from '../../server/platform/crypto/vault.ts'
import { type Database, openDatabase } from '../../server/platform/db/database.ts'
import { explainDatabase } from '../../server/platform/db/explanation.ts'
import { NOT_LISTENING, probeListening } from '../../server/platform/db/listener.ts'
import { pendingMigrations } from '../../server/platform/db/migrations.ts'
import { openWriteProbe } from '../../server/platform/db/write_probe.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { probeRedis } from '../../server/platform/redis.ts'
import { readSettings } from '../../server/platform/settings/settings.ts'
import { requireInstallation, withDatabase } from './place.ts'
import { givenMasterKey, givenWorkerToken, masterKeyFile } from './secrets.ts'

const GIB = 1024 ** 3
const OLDEST_POSTGRES = 15
const MAX_SKEW_SECONDS = 5
const MAIL_MS = 5000

/** What is looked at. */
interface Patient {
  config: Config
  /** Why there is no database instead of the database. */
  db: Database | ConfigError
  /** Where it is and the connections to it, if there is one. */
  reach?: { url: string; pool: ReturnType<typeof openDatabase>['pool'] }
  leastDiskGib: number
}

interface Check {
  /** Says what is wrong and what to do about it, or nothing. */
  look(patient: Patient & { db: Database }): Promise<string | undefined> | string | undefined
  /** Unless all is well with these, this cannot be told. */
  after?: string[]
}

const checks: Record<string, Check> = {
  'disk space': {
    async look({ config, leastDiskGib }) {
      const { bavail, bsize } = await statfs(config.POWERNODE_DATA_DIR).catch(() => statfs('.'))
      if (bavail * bsize >= leastDiskGib * GIB) return undefined
      const free = ((bavail * bsize) / GIB).toFixed(1)
      return `only ${free} GiB of ${leastDiskGib} are free: make room before PostgreSQL stops`
    },
  },
  database: {
    async look({ db }) {
      if (db instanceof ConfigError) return db.message
      await sql`select 1`.execute(db)
      return undefined
    },
  },
  PostgreSQL: {
    after: ['database'],
    async look({ db }) {
      const { rows } = await sql<{ version: number }>`
        select current_setting('server_version_num')::int / 10000 as version`.execute(db)
      const version = rows[0]?.version ?? 0
      return version < OLDEST_POSTGRES
        ? `version ${version} is too old: move to ${OLDEST_POSTGRES} or newer`
        : undefined
    },
  },
  storage: {
    after: ['PostgreSQL'],
    async look({ db }) {
      await openWriteProbe(db).assertWritable()
      return undefined
    },
  },
  notifications: {
    after: ['PostgreSQL'],
    async look({ reach }) {
      return reach && !(await probeListening(reach.url, reach.pool)) ? NOT_LISTENING : undefined
    },
  },
  migrations: {
    after: ['PostgreSQL'],
    async look({ config, db }) {
      const { migrations } = await openModules(config)
      const pending = await pendingMigrations(db as never, migrations)
      return pending.length > 0 ? `${pending.length} pending: run \`powernode migrate\`` : undefined
    },
  },
  'master key': {
    async look({ config, db }) {
      if (await givenMasterKey(config)) return undefined
      const needed = !(db instanceof ConfigError) && (await sealedSample(db))
      const path = masterKeyFile(config)
      return needed ? `${path} is missing: put it back from your backup` : undefined
    },
  },
  'sealed secrets': {
    after: ['migrations', 'master key'],
    async look({ config, db }) {
      const given = await givenMasterKey(config)
      if (given) await proveMasterKey(db, given.secret, given.source)
      return undefined
    },
  },
  clock: {
    after: ['PostgreSQL'],
    async look({ db }) {
      const before = Date.now()
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
      const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2) / 1000
      return skew > MAX_SKEW_SECONDS
        ? `differs from the database's by ${skew.toFixed(0)} s: set both by NTP`
        : undefined
    },
  },
  Redis: {
    async look({ config: { REDIS_URL: url } }) {
      const problem = url && (await probeRedis(url))
      return problem ? `${problem}: start it, or check REDIS_URL` : undefined
    },
  },
  'worker token': {
    after: ['migrations'],
    async look({ config, db }) {
      const given = await givenWorkerToken(config)
      return !given || (await isKnown(db, given.secret))
        ? undefined
        : `${given.source} is not the token of any worker: restart the server with it, which makes it the system worker's`
    },
  },
  worker: {
    after: ['migrations'],
    async look({ db }) {
      const { rows } = await sql<{ silent: number | null }>`
        select extract(epoch from clock_timestamp() - max(last_seen_at))::int as silent from workers
        where status = 'active'`.execute(db)
      const silent = rows[0]?.silent
      if (silent === null || silent === undefined)
        return 'none in service has ever called: start one with `powernode worker`'
      return silent > OFFLINE_AFTER_SECONDS
        ? `not heard of for ${silent} s: start one with \`powernode worker\``
        : undefined
    },
  },
  backups: {
    after: ['migrations'],
    async look({ config, db }) {
      const settings = await readSettings(db, config, createLog({ ...config, LOG_LEVEL: 'silent' }))
      const record = await readBackupRecord(db as never)
      if (missedBackups(record, settings, new Date()) === 0) return undefined
      const why = record.error ? `, and the newest failed: ${record.error}` : ''
      return `one is overdue. ${ageOf(record, new Date())}${why}: see Admin → Backups`
    },
  },
  mail: {
    async look({ config }) {
      if (!config.SMTP_URL) return undefined
      const patience = { connectionTimeout: MAIL_MS, greetingTimeout: MAIL_MS }
      const transport = createTransport({ url: config.SMTP_URL, ...patience } as object)
      return transport.verify().then(
        () => undefined,
        (error: Error) => `${error.message}: check SMTP_URL and the mail server`,
      )
    },
  },
}

/** Whether some worker, suspended or not, may come with this token. */
async function isKnown(db: Database, token: string): Promise<boolean> {
  const digest = digestOf(token)
  const { rows } = await sql`
    select from workers where token_digest = ${digest}
      or (previous_token_digest = ${digest} and previous_token_expires_at > now())`.execute(db)
  return rows.length > 0
}

/** Runs every check and prints a line for each; exits with 1 when one fails. */
export async function doctor({ minDiskGib }: { minDiskGib: string }): Promise<void> {
  const leastDiskGib = Number(minDiskGib)
  if (!(leastDiskGib >= 0)) throw new ConfigError('--min-disk-gib must be a number')
  const config = readConfig()
  await requireInstallation(config)
  const examined = withDatabase(config, async (url) => {
    const { db, pool } = openDatabase(url, 2)
    await examine({ config, db, reach: { url, pool }, leastDiskGib })
    await db.destroy()
  })
  await examined.catch((error) => {
    if (!(error instanceof ConfigError)) throw error
    return examine({ config, db: error, leastDiskGib })
  })
}

async function examine(patient: Patient) {
  const well = new Set<string>()
  for (const [name, { look, after }] of Object.entries(checks)) {
    const unwell = after?.find((other) => !well.has(other))
    if (unwell) {
      process.stdout.write(`- ${name}: cannot be told before “${unwell}” is well\n`)
      continue
    }
    const problem = await run(() => look(patient as Patient & { db: Database }))
    process.stdout.write(`${problem ? '✗' : '✓'} ${name}${problem ? `: ${problem}` : ''}\n`)
    if (problem) process.exitCode = 1
    else well.add(name)
  }
}

async function run(look: () => ReturnType<Check['look']>) {
  try {
    return await look()
  } catch (error) {
    const plain = error instanceof ConfigError ? error : explainDatabase(error)
    if (plain) return plain.message
    return `${(error as Error).message}: this is what PostgreSQL said; check DATABASE_URL and its rights`
  }
}
