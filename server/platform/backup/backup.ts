import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations, SCHEMA_LOCK } from '../db/migrations.ts'
import { queueSchemaVersion } from '../jobs/schema.ts'
import { readSequences, readTables, type TableInfo } from './catalogue.ts'
import { prepareConnection, withClient } from './connection.ts'
import { type BackedUpTable, BackupError, type BackupHeader } from './format.ts'
import { type BackupWriter, writeBackup } from './writing.ts'

export interface BackupTaken {
  tables: number
  rows: number
  /** Of the file. */
  bytes: number
}

export interface BackupOptions {
  /** Where it goes. A file of that name is replaced once the new one is whole. */
  path: string
  /** Version of Powernode. */
  product: string
  fingerprint: string
  /** Told after each table, with the share of the tables that is done. */
  progress?: (share: number) => void
}

/**
 * Writes every table of the product and of its job queue to a file, as they were at one moment. Everybody goes on reading
 * and writing; a migration waits until it is done. Memory stays the same however large the database is.
 */
export function takeBackup(url: string, options: BackupOptions): Promise<BackupTaken> {
  return withClient(url, async (client) => {
    const known = await readTables(client)
    if (known.length === 0) throw new BackupError('There is nothing to back up: no table is there')
    const tables = await openSnapshot(client, known)
    const writer = await writeBackup(options.path, await headerOf(client, tables, options))
    try {
      return await writeTables(client, tables, writer, options.progress)
    } catch (error) {
      await writer.discard()
      throw error
    }
  })
}

/** All that follows on this connection sees one moment. Tables are locked before it, so that none changes its shape. */
async function openSnapshot(client: pg.Client, known: TableInfo[]): Promise<TableInfo[]> {
  await client.query('begin isolation level repeatable read read only')
  // No query may come before the locks: it would fix the moment, and a migration under way would be half seen.
  await client.query('set local statement_timeout = 0; set local lock_timeout = 0')
  await client.query(`lock table ${known.map(({ name }) => name).join(', ')} in access share mode`)
  await prepareConnection(client)
  await client.query(`select pg_try_advisory_xact_lock_shared(${SCHEMA_LOCK})`)
  const tables = await readTables(client)
  const names = (list: TableInfo[]) => list.map(({ name }) => name).join()
  if (names(tables) !== names(known)) {
    throw new BackupError('The schema was being changed: take the backup again')
  }
  return tables
}

async function headerOf(
  client: pg.Client,
  tables: TableInfo[],
  { product, fingerprint }: BackupOptions,
): Promise<BackupHeader> {
  const { rows } = await client.query<{ now: Date; version: string }>(
    `select now(), current_setting('server_version') as version`,
  )
  return {
    product,
    created_at: (rows[0]?.now ?? new Date()).toISOString(),
    postgres: rows[0]?.version ?? '',
    master_key_fingerprint: fingerprint,
    migrations: await appliedMigrations(client),
    queue_schema: await queueSchemaVersion(client),
    tables: tables.map(({ partitioned: _, ...table }): BackedUpTable => table),
  }
}

async function writeTables(
  client: pg.Client,
  tables: TableInfo[],
  writer: BackupWriter,
  progress: BackupOptions['progress'],
): Promise<BackupTaken> {
  let rows = 0
  for (const [index, { name, columns, partitioned }] of tables.entries()) {
    // COPY of a partitioned table itself would find nothing.
    const source = partitioned
      ? `(select ${columns.join(', ')} from ${name})`
      : `${name} (${columns.join(', ')})`
    const content = client.query(copyTo(`copy ${source} to stdout`))
    const section = await writer.section(name, content, async () => {
      await client.query('') // the count comes with the end of the statement, after the content
      return content.rowCount
    })
    rows += section.rows
    progress?.((index + 1) / tables.length)
  }
  const bytes = await writer.finish(await readSequences(client))
  return { tables: tables.length, rows, bytes }
}
