import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ConfigError } from '../../config.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../migrations')
const OLDEST_POSTGRES = 15

/**
 * Brings the database to the newest schema, under a lock, and returns the names of what ran. Each file is
 * forward only and must be safe while servers of the version before still run.
 */
export async function migrate(db: Kysely<never>, folder = MIGRATIONS): Promise<string[]> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int / 10000 as version`.execute(db)
  const version = rows[0]?.version ?? 0
  if (version < OLDEST_POSTGRES) {
    throw new ConfigError(`PostgreSQL ${version} is too old: ${OLDEST_POSTGRES} or newer is needed`)
  }
  const { error, results } = await migrator(db, folder).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** Names of the migrations that this version has and the database has not. */
export async function pendingMigrations(db: Kysely<never>, folder = MIGRATIONS): Promise<string[]> {
  const all = await migrator(db, folder).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}

function migrator(db: Kysely<never>, folder: string) {
  return new Migrator({ db, provider: { getMigrations: () => readMigrations(folder) } })
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_\w+\.sql$/.test(file)).sort()
  const entries = files.map(async (file) => {
    const text = await readFile(join(folder, file), 'utf8')
    const up: Migration['up'] = async (db) => {
      await sql.raw(text).execute(db)
    }
    return [file.replace('.sql', ''), { up }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
