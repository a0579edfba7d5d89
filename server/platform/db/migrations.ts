import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ConfigError } from '../../config.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../migrations')
const OLDEST_POSTGRES = 15

/** A folder of migrations besides the core's. */
interface More {
  name: string
  migrations: string
}

/**
 * Brings the database to the newest schema, under a lock, and returns the names of what ran: the core's files first,
 * then those of each extension. Each file is forward only and must be safe while servers of the version before still run.
 */
export async function migrate(db: Kysely<never>, more: More[] = []): Promise<string[]> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int / 10000 as version`.execute(db)
  const version = rows[0]?.version ?? 0
  if (version < OLDEST_POSTGRES) {
    throw new ConfigError(`PostgreSQL ${version} is too old: ${OLDEST_POSTGRES} or newer is needed`)
  }
  await refuseTakenTables(more)
  await refuseNewer(db, more)
  const ran: string[] = []
  for (const { prefix, migrator } of migrators(db, more)) {
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw explain(error)
    ran.push(...(results ?? []).map((result) => prefix + result.migrationName))
  }
  return ran
}

/** Names of the migrations that this version has and the database has not. Throws ConfigError where it has newer ones. */
export async function pendingMigrations(db: Kysely<never>, more: More[] = []): Promise<string[]> {
  await refuseNewer(db, more)
  const pending: string[] = []
  for (const { prefix, migrator } of migrators(db, more)) {
    const all = await migrator.getMigrations()
    pending.push(...all.filter((one) => !one.executedAt).map((one) => prefix + one.name))
  }
  return pending
}

/** Each extension keeps a list of its own of what ran, so that it can be left out and taken in again. */
function sets(more: More[]) {
  const core = { prefix: '', folder: MIGRATIONS, table: 'kysely_migration' }
  const extensions = more.map(({ name, migrations: folder }) => {
    return { prefix: `${name}/`, folder, table: `kysely_migration_${name}` }
  })
  return [core, ...extensions]
}

function migrators(db: Kysely<never>, more: More[]) {
  return sets(more).map(({ prefix, folder, table }) => {
    const provider = { getMigrations: () => readMigrations(folder) }
    return { prefix, migrator: new Migrator({ db, provider, migrationTableName: table }) }
  })
}

/** Throws where the database has migrations that this version knows nothing of. */
async function refuseNewer(db: Kysely<never>, more: More[]) {
  for (const { prefix, folder, table } of sets(more)) {
    const known = Object.keys(await readTexts(folder))
    const newer = (await executed(db, table)).filter((name) => !known.includes(name))
    if (newer.length === 0) continue
    const names = newer.map((name) => prefix + name).join(', ')
    throw new ConfigError(
      `The database is newer than this Powernode, which does not know ${names}: run the version that migrated it`,
    )
  }
}

async function executed(db: Kysely<never>, table: string): Promise<string[]> {
  const { rows: found } = await sql<{ is_there: boolean }>`
    select to_regclass(${table}) is not null as is_there`.execute(db)
  if (!found[0]?.is_there) return []
  const { rows } = await sql<{
    name: string
  }>`select name from ${sql.table(table)} order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Kysely's refusal of a list of migrations that is out of order, in one line. */
function explain(error: unknown) {
  const { message } = error as Error
  if (!message.startsWith('corrupted migrations')) return error
  return new ConfigError(
    `The database was migrated by another edition of Powernode (${message}): run the version that migrated it`,
  )
}

/** Throws where two create a table of the same name. */
export async function refuseTakenTables(more: More[]) {
  const taken = new Set(await tablesOf(MIGRATIONS))
  for (const { name, migrations } of more) {
    for (const table of await tablesOf(migrations)) {
      if (taken.has(table)) {
        throw new ConfigError(
          `The extension ${name} cannot be loaded: the table ${table} is there already`,
        )
      }
      taken.add(table)
    }
  }
}

/** What the files of a folder create. */
async function tablesOf(folder: string): Promise<string[]> {
  const texts = Object.values(await readTexts(folder))
  return texts.flatMap((text) =>
    [...text.matchAll(/^create (?:unlogged )?table (\w+)/gm)].map(([, table = '']) => table),
  )
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const entries = Object.entries(await readTexts(folder)).map(([name, text]) => {
    const up: Migration['up'] = async (db) => {
      await sql.raw(text).execute(db)
    }
    return [name, { up }] as const
  })
  return Object.fromEntries(entries)
}

async function readTexts(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_\w+\.sql$/.test(file)).sort()
  const entries = files.map(async (file) => {
    return [file.replace('.sql', ''), await readFile(join(folder, file), 'utf8')] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
