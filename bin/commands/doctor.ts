import {
  ageOf,
  missedBackups,
  readBackupRecord,
} from '@powernode/modules/administration/domains/backups/overdue.ts'
import { OFFLINE_AFTER_SECONDS } from '@powernode/modules/background/domains/workers/worker.ts'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { openModules } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/main.ts'
import { sealedSample, verifyMasterKey } from '../../server/platform/crypto/master_key.ts'
import { digestOf } from '../../server/platform/crypto/vault.ts'
import { type Database, openDatabase } from '../../server/platform/db/database.ts'
import { explainDatabase } from '../../server/platform/db/explanation.ts'
import { NOT_LISTENING, probeListening } from '../../server/platform/db/listener.ts'
import { laterMigrations, pendingMigrations } from '../../server/platform/db/migrations.ts'
import { openWriteProbe } from '../../server/platform/db/write_probe.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { readSettings } from '../../server/platform/settings/settings.ts'
import type { Check, Finding, Target } from './check.ts'
import { deploymentChecks, freeGib } from './deployment.ts'
import { requireInstallation, withDatabase } from './installation.ts'
import {
  configuredMasterKey,
  configuredWorkerToken,
  masterKeyFile,
  RESTORE_MASTER_KEY,
} from './secrets.ts'

const OLDEST_POSTGRES = 15
const MAX_SKEW_SECONDS = 5
const MAIL_MS = 5000

const checks: Record<string, Check> = {
  'disk space': {
    async run({ config, minFreeGib }) {
      const free = await freeGib(config.POWERNODE_DATA_DIR).catch(() => freeGib('.'))
      if (free >= minFreeGib) return undefined
      return `only ${free.toFixed(1)} GiB of ${minFreeGib} are free: free some space before PostgreSQL stops`
    },
  },
  database: {
    async run({ db }) {
      if (db instanceof ConfigError) return db.message
      await sql`select 1`.execute(db)
      return undefined
    },
  },
  PostgreSQL: {
    after: ['database'],
    async run({ db }) {
      const { rows } = await sql<{ version: number }>`
        select current_setting('server_version_num')::int / 10000 as version`.execute(db)
      const version = rows[0]?.version ?? 0
      return version < OLDEST_POSTGRES
        ? `version ${version} is too old: upgrade to ${OLDEST_POSTGRES} or newer`
        : undefined
    },
  },
  storage: {
    after: ['PostgreSQL'],
    async run({ db }) {
      await openWriteProbe(db).assertWritable()
      return undefined
    },
  },
  notifications: {
    after: ['PostgreSQL'],
    async run({ connection }) {
      return connection && !(await probeListening(connection.url, connection.pool))
        ? NOT_LISTENING
        : undefined
    },
  },
  migrations: {
    after: ['PostgreSQL'],
    async run({ config, db }) {
      const { migrations } = await openModules(config)
      const pending = await pendingMigrations(db as never, migrations)
      if (pending.length > 0) return `${pending.length} pending: run \`powernode migrate\``
      const later = await laterMigrations(db as never, migrations)
      return later.length > 0
        ? {
            notice: `the database is newer than this Powernode (${later.join(', ')}): upgrade it too`,
          }
        : undefined
    },
  },
  ...deploymentChecks,
  'master key': {
    async run({ config, db }) {
      if (await configuredMasterKey(config)) return undefined
      const required = !(db instanceof ConfigError) && (await sealedSample(db))
      const path = masterKeyFile(config)
      return required ? `${path} is missing: ${RESTORE_MASTER_KEY}` : undefined
    },
  },
  'sealed secrets': {
    after: ['migrations', 'master key'],
    async run({ config, db }) {
      const configured = await configuredMasterKey(config)
      if (configured) await verifyMasterKey(db, configured.secret, configured.source)
      return undefined
    },
  },
  clock: {
    after: ['PostgreSQL'],
    async run({ db }) {
      const before = Date.now()
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
      const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2) / 1000
      return skew > MAX_SKEW_SECONDS
        ? `differs from the database's by ${skew.toFixed(0)} s: synchronize both with NTP`
        : undefined
    },
  },
  'worker token': {
    after: ['migrations'],
    async run({ config, db }) {
      const configured = await configuredWorkerToken(config)
      return !configured || (await isKnown(db, configured.secret))
        ? undefined
        : `${configured.source} is not the token of any worker: restart the server with it, which makes it the token of the system worker`
    },
  },
  worker: {
    after: ['migrations'],
    async run({ db }) {
      const { rows } = await sql<{ silent: number | null }>`
        select extract(epoch from clock_timestamp() - max(last_seen_at))::int as silent from workers
        where status = 'active'`.execute(db)
      const silent = rows[0]?.silent
      if (silent === null || silent === undefined)
        return 'no active worker has contacted the server yet: start one with `powernode worker`'
      return silent > OFFLINE_AFTER_SECONDS
        ? `no worker has contacted the server for ${silent} s: start one with \`powernode worker\``
        : undefined
    },
  },
  backups: {
    after: ['migrations'],
    async run({ config, db }) {
      const settings = await readSettings(db, config, createLog({ ...config, LOG_LEVEL: 'silent' }))
      const record = await readBackupRecord(db as never)
      const age = ageOf(record, new Date())
      if (!settings.scheduled_backups && config.PUBLIC_URL)
        return {
          notice: `none are scheduled under Admin → Backups. ${age}: make sure that something else takes them`,
        }
      if (missedBackups(record, settings, new Date()) === 0) return undefined
      const reason = record.error ? `, and the newest failed: ${record.error}` : ''
      return `a backup is overdue. ${age}${reason}: see Admin → Backups`
    },
  },
  mail: {
    async run({ config }) {
      if (!config.SMTP_URL) return undefined
      const timeouts = { connectionTimeout: MAIL_MS, greetingTimeout: MAIL_MS }
      const transport = createTransport({ url: config.SMTP_URL, ...timeouts } as object)
      return transport.verify().then(
        () => undefined,
        (error: Error) => `${error.message}: check SMTP_URL and the mail server`,
      )
    },
  },
}

/** Whether the token belongs to a worker, active or suspended. */
async function isKnown(db: Database, token: string): Promise<boolean> {
  const digest = digestOf(token)
  const { rows } = await sql`
    select from workers where token_digest = ${digest}
      or (previous_token_digest = ${digest} and previous_token_expires_at > now())`.execute(db)
  return rows.length > 0
}

/** Runs all checks and prints one line for each; exits with 1 if one fails. */
export async function doctor({ minDiskGib }: { minDiskGib: string }): Promise<void> {
  const minFreeGib = Number(minDiskGib)
  if (!(minFreeGib >= 0)) throw new ConfigError('--min-disk-gib must be a number')
  const config = readConfig()
  await requireInstallation(config)
  const checked = withDatabase(config, async (url) => {
    const { db, pool } = openDatabase(url, 2)
    await runChecks({ config, db, connection: { url, pool }, minFreeGib })
    await db.destroy()
  })
  await checked.catch((error) => {
    if (!(error instanceof ConfigError)) throw error
    return runChecks({ config, db: error, minFreeGib })
  })
}

async function runChecks(target: Target) {
  const passed = new Set<string>()
  for (const [name, { run, after }] of Object.entries(checks)) {
    const missing = after?.find((name) => !passed.has(name))
    if (missing) {
      process.stdout.write(`- ${name}: skipped until “${missing}” passes\n`)
      continue
    }
    const finding = await findingOf(() => run(target as Target & { db: Database }))
    process.stdout.write(lineOf(name, finding))
    if (typeof finding === 'string') process.exitCode = 1
    else passed.add(name)
  }
}

function lineOf(name: string, finding: Finding): string {
  if (!finding) return `✓ ${name}\n`
  return typeof finding === 'string' ? `✗ ${name}: ${finding}\n` : `! ${name}: ${finding.notice}\n`
}

async function findingOf(run: () => ReturnType<Check['run']>): Promise<Finding> {
  try {
    return await run()
  } catch (error) {
    const explained = error instanceof ConfigError ? error : explainDatabase(error)
    if (explained) return explained.message
    return `${(error as Error).message}: this is the error of PostgreSQL; check DATABASE_URL and its permissions`
  }
}
