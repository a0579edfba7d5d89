import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { appliedMigrations, type MigrationSet, migrateTo, seededTables } from '../db/migrations.ts'
import { createQueueSchema } from '../jobs/schema.ts'
import { readObstacles, readTables, type TableInfo, tablesWithRows } from './catalogue.ts'
import { inTransaction, prepareConnection, withClient } from './connection.ts'
import { BackupError, type BackupFile, type BackupSection, damagedBackup } from './format.ts'
import { readSection, verifyBackup } from './reading.ts'

/** A comment on this table marks a restored database until its schema is migrated. */
const MARKED = 'kysely_migration'

export interface Restored {
  tables: number
  rows: number
  /** Tables of the backup that no migration of the product creates; they are not restored. */
  leftOut: string[]
}

/**
 * Loads a backup into a database without data: creates the schema of the backup's version, loads every table and checks
 * every foreign key, in one transaction. If interrupted, nothing is written and it can be run again. The schema then has
 * the version of the backup; the caller migrates it and calls `completeRestore`. Returns undefined if this backup is
 * already loaded and only these steps remain. Needs to own the database, but not to be a superuser.
 */
export function restoreBackup(
  url: string,
  backup: BackupFile,
  sets: MigrationSet[],
): Promise<Restored | undefined> {
  return withClient(url, (client) =>
    inTransaction(client, async (trx) => {
      await prepareConnection(client)
      await sql`select pg_advisory_xact_lock(hashtext('powernode restore'))`.execute(trx)
      if ((await markOf(client)) === backup.id) return undefined
      await refuseData(client, backup, sets)
      await verifyBackup(backup)

      const { header } = backup
      await migrateTo(trx as never, sets, header.migrations)
      const queue = header.queue_schema
      if (queue !== null && !(await createQueueSchema(client, queue))) {
        throw new BackupError(
          `This Powernode cannot create version ${queue} of the job queue, which the backup uses: restore with Powernode ${header.product}, then update`,
        )
      }
      await prepareConnection(client)
      const restored = await load(client, backup)
      await client.query(`comment on table ${MARKED} is '${mark(backup.id)}'`)
      return restored
    }),
  )
}

/** Removes the mark: the database is in use from now on. */
export async function completeRestore(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`comment on table ${MARKED} is null`)
    const tables = (await readTables(client)).map(({ name }) => name)
    await client.query(`analyze ${tables.join(', ')}`)
  })
}

async function refuseData(client: pg.Client, { header }: BackupFile, sets: MigrationSet[]) {
  const tables = await readTables(client)
  if (tables.length === 0) return
  // Prevents writes between this check and the end.
  await client.query(`lock table ${tables.map(({ name }) => name).join(', ')}`)
  const expected = ['pgboss.version', ...(await seededTables(sets))]
  const filled = (await tablesWithRows(client, tables)).filter(
    (name) => !expected.includes(name) && !name.startsWith('kysely_'),
  )
  if (filled.length > 0) {
    throw new BackupError(
      `The database already contains data (${filled.slice(0, 3).join(', ')}…): restore into an empty one`,
    )
  }
  for (const [list, names] of Object.entries(await appliedMigrations(client))) {
    const newer = names.find((name) => !header.migrations[list]?.includes(name))
    if (newer) {
      throw new BackupError(
        `The database has a newer schema than the backup (${newer}): restore into an empty one, which is then migrated`,
      )
    }
  }
}

async function load(client: pg.Client, backup: BackupFile): Promise<Restored> {
  const { header, index } = backup
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]))
  const [restored, leftOut] = [new Map<string, TableInfo>(), [] as string[]]
  for (const { name, columns, partitions = [] } of header.tables) {
    const table = tables.get(name)
    if (!table) {
      leftOut.push(name)
      continue
    }
    const unknown = columns.find((column) => !table.columns.includes(column))
    if (unknown) throw new BackupError(`The schema has no column ${unknown} in ${name}`)
    restored.set(name, { ...table, columns })
    for (const statement of missingPartitions(table, partitions)) await client.query(statement)
  }

  // Without foreign keys and triggers, tables load in any order and rows are not modified; indexes are built faster at the end.
  const obstacles = await readObstacles(client)
  for (const { remove } of obstacles.toReversed()) await client.query(remove)
  for (const name of await tablesWithRows(client, [...restored.values()])) {
    await client.query(`delete from ${name}`)
  }
  let rows = 0
  for (const section of index.sections) {
    const table = section.kind === 'table' ? restored.get(section.name) : undefined
    if (!table) continue
    await loadTable(client, backup, section, table)
    rows += section.rows
  }
  for (const { name, value } of index.sequences) {
    if (value !== null) await client.query('select setval($1::regclass, $2)', [name, value])
  }
  for (const { restore } of obstacles) await client.query(restore)
  return { tables: restored.size, rows, leftOut }
}

async function loadTable(
  client: pg.Client,
  backup: BackupFile,
  section: BackupSection,
  table: TableInfo,
) {
  const { name, columns } = table
  const target = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  await readSection(backup, section, (content) => pipeline(content, target)).catch((error) => {
    if (error instanceof BackupError) throw error
    throw new BackupError(`Table ${name} could not be loaded: ${error.message}`)
  })
  if (target.rowCount !== section.rows) {
    throw damagedBackup(backup.path, `table ${name} has ${target.rowCount} of ${section.rows} rows`)
  }
}

/** Creates missing partitions, such as days of statistics. A default partition takes the rows of missing ones. */
function missingPartitions(
  { name, partitions: existing = [] }: TableInfo,
  needed: typeof existing,
) {
  if (existing.some(({ bound }) => bound === 'DEFAULT')) return []
  const schema = name.includes('.') ? `${name.split('.')[0]}.` : ''
  const names = existing.map((partition) => partition.name)
  return needed
    .filter((partition) => !names.includes(partition.name))
    .map((missing) => `create table ${schema}${missing.name} partition of ${name} ${missing.bound}`)
}

async function markOf(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description(to_regclass('${MARKED}'), 'pg_class') as comment`,
  )
  const comment = rows[0]?.comment ?? ''
  return comment.startsWith(mark('')) ? comment.slice(mark('').length) : undefined
}

const mark = (id: string) => `restored from ${id}`
