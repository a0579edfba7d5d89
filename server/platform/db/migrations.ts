import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type pg from 'pg'
import { ConfigError } from '../kernel/config_error.ts'
import { buildIndexes, readIndexes } from './concurrent_indexes.ts'

const MIN_POSTGRES = 15
const CORE_LIST = 'kysely_migration'
/** The end of the names of migrations that the previous version cannot work with. */
export const BREAKING = '_breaking'

/** Key of the advisory lock that migrations hold exclusively and backups share, so that each waits for the other. */
export const SCHEMA_LOCK = `hashtext('powernode schema')`

/**
 * Migrations that are recorded in one table. The required modules share the set named '' and number their files jointly.
 * Each optional module has its own set, so that it can be disabled and enabled again.
 */
export interface MigrationSet {
  name: string
  folders: string[]
}

/**
 * Migrates the database to the latest schema, under a lock, and returns the names of the migrations that ran. Each file is
 * forward only and must be safe while servers of the previous version still run. A schema with later migrations is left as
 * it is, unless one of them is not compatible with this version.
 */
export async function migrate(db: Kysely<never>, sets: MigrationSet[]): Promise<string[]> {
  await refuseOldPostgres(db)
  await assertUniqueTables(sets)
  await refuseIncompatible(db, sets)
  const ran: string[] = []
  for (const { set, prefix, migrator } of migrators(db, sets)) {
    if ((await laterIn(db, set)).length > 0) continue
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw explain(error)
    ran.push(...(results ?? []).map((result) => prefix + result.migrationName))
  }
  await buildIndexes(db, await readIndexes(sets.flatMap(({ folders }) => folders)))
  return ran
}

/**
 * Migrates an empty database to the schema after `applied`, inside the caller's transaction. `applied` comes from
 * `appliedMigrations`.
 */
export async function migrateTo(
  db: Kysely<never>,
  sets: MigrationSet[],
  applied: Record<string, string[]>,
): Promise<void> {
  await refuseOldPostgres(db)
  for (const { set, migrator } of migrators(db, sets)) {
    const last = applied[set.name]?.at(-1)
    if (!last) continue
    const { error } = await migrator.migrateTo(last)
    if (error) throw error
  }
}

/** The migrations applied to a database: those of the core under '', those of each extension, past or present, under its name. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Record<string, string[]>> {
  const { rows: lists } = await client.query<{ list: string }>(`
    select tablename as list from pg_tables where schemaname = current_schema()
      and tablename like '${CORE_LIST}%' and tablename <> '${CORE_LIST}_lock'`)
  const applied: Record<string, string[]> = {}
  for (const { list } of lists) {
    const { rows } = await client.query<{ name: string }>(`select name from ${list} order by name`)
    applied[list.slice(CORE_LIST.length + 1)] = rows.map((row) => row.name)
  }
  return applied
}

/** All migrations of this version, grouped in the same way. */
export async function knownMigrations(sets: MigrationSet[]): Promise<Record<string, string[]>> {
  const entries = sets.map(async ({ name, folders }) => {
    return [name, Object.keys(await readTexts(folders))] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Tables that migrations insert rows into: rows in these do not mean that the database has been used. */
export async function seededTables(sets: MigrationSet[]): Promise<string[]> {
  const texts = Object.values(await readTexts(sets.flatMap(({ folders }) => folders)))
  return texts.flatMap((text) => namesAfter(/^insert into (\w+)/gm, text))
}

/** Migrations that have not been applied yet. Throws ConfigError if the database has incompatible later ones. */
export async function pendingMigrations(
  db: Kysely<never>,
  sets: MigrationSet[],
): Promise<string[]> {
  await refuseIncompatible(db, sets)
  const pending: string[] = []
  for (const { set, prefix, migrator } of migrators(db, sets)) {
    if ((await laterIn(db, set)).length > 0) continue
    const all = await migrator.getMigrations()
    pending.push(...all.filter((one) => !one.executedAt).map((one) => prefix + one.name))
  }
  return pending
}

/** The table that records the applied migrations of a set, and the prefix of their names elsewhere. */
function listOf({ name }: MigrationSet) {
  return name
    ? { table: `${CORE_LIST}_${name}`, prefix: `${name}/` }
    : { table: CORE_LIST, prefix: '' }
}

function migrators(db: Kysely<never>, sets: MigrationSet[]) {
  return sets.map((set) => {
    const { table: migrationTableName, prefix } = listOf(set)
    const provider = { getMigrations: () => readMigrations(set.folders) }
    return { set, prefix, migrator: new Migrator({ db, provider, migrationTableName }) }
  })
}

/** The migrations of a later version that the database already has. Only that version may add to the schema. */
export async function laterMigrations(db: Kysely<never>, sets: MigrationSet[]): Promise<string[]> {
  const later = await Promise.all(
    sets.map(async (set) => (await laterIn(db, set)).map((name) => listOf(set).prefix + name)),
  )
  return later.flat()
}

async function laterIn(db: Kysely<never>, set: MigrationSet): Promise<string[]> {
  const known = Object.keys(await readTexts(set.folders))
  return (await executed(db, listOf(set).table)).filter((name) => !known.includes(name))
}

/**
 * Throws ConfigError unless the later migrations only add to the schema, so that this version can still use it, and this
 * version has no others in their place.
 */
async function refuseIncompatible(db: Kysely<never>, sets: MigrationSet[]) {
  const later = await laterMigrations(db, sets)
  const breaking = later.filter((name) => name.endsWith(BREAKING))
  if (breaking.length > 0) {
    throw new ConfigError(
      `The database is newer than this Powernode, which cannot use it after ${breaking.join(', ')}: run the version that migrated it`,
    )
  }
  for (const set of sets) {
    const [first] = await laterIn(db, set)
    const applied = await executed(db, listOf(set).table)
    const missing = Object.keys(await readTexts(set.folders)).find((one) => !applied.includes(one))
    if (!first || !missing) continue
    throw new ConfigError(
      `The database was migrated by another edition of Powernode (it has ${first}, but not ${missing}): run the version that migrated it`,
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

/** Converts Kysely's error about migrations that are out of order to one line. */
function explain(error: unknown) {
  const { message } = error as Error
  if (!message.startsWith('corrupted migrations')) return error
  return new ConfigError(
    `The database was migrated by another edition of Powernode (${message}): run the version that migrated it`,
  )
}

async function refuseOldPostgres(db: Kysely<never>) {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int / 10000 as version`.execute(db)
  const version = rows[0]?.version ?? 0
  if (version < MIN_POSTGRES) {
    throw new ConfigError(`PostgreSQL ${version} is too old: ${MIN_POSTGRES} or newer is required`)
  }
}

/** Throws if two sets create a table with the same name. */
export async function assertUniqueTables(sets: MigrationSet[]) {
  const taken = new Set<string>()
  for (const { name, folders } of sets) {
    for (const table of await tablesOf(folders)) {
      if (taken.has(table)) {
        throw new ConfigError(
          `The module ${name} cannot be loaded: the table ${table} already exists`,
        )
      }
      taken.add(table)
    }
  }
}

/** The tables that the files in these folders create. */
async function tablesOf(folders: string[]): Promise<string[]> {
  const texts = Object.values(await readTexts(folders))
  return texts.flatMap((text) => namesAfter(/^create (?:unlogged )?table (\w+)/gm, text))
}

const namesAfter = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name)

async function readMigrations(folders: string[]): Promise<Record<string, Migration>> {
  const entries = Object.entries(await readTexts(folders)).map(([name, text]) => {
    const up: Migration['up'] = async (db) => {
      await sql`select pg_advisory_xact_lock(${sql.raw(SCHEMA_LOCK)})`.execute(db)
      await sql.raw(text).execute(db)
    }
    return [name, { up }] as const
  })
  return Object.fromEntries(entries)
}

/** The files in these folders by name, in the order of their numbers. */
async function readTexts(folders: string[]): Promise<Record<string, string>> {
  const texts = folders.map(async (folder) => {
    const files = (await readdir(folder)).filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    return Promise.all(
      files.map(async (file) => {
        return [file.replace('.sql', ''), await readFile(join(folder, file), 'utf8')] as const
      }),
    )
  })
  const all = (await Promise.all(texts)).flat()
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)))
}
