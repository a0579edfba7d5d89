import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations, SCHEMA_LOCK } from '../db/migrations.ts'
import { queueSchemaVersion } from '../jobs/schema.ts'
import { readSequences, readTables, type TableInfo } from './catalogue.ts'
import { prepareConnection, withClient } from './connection.ts'
import { type BackedUpTable, BackupError, type BackupHeader } from './format.ts'
import { holdStoredFiles, type StoredFiles, writeStoredFiles } from './stored_files.ts'
import { type BackupWriter, writeBackup } from './writing.ts'

export interface BackupTaken {
  tables: number
  rows: number
  /** Stored files, without those that were not there. */
  files: number
  missing_files: number
  /** File size. */
  bytes: number
}

export interface BackupOptions {
  /** Target path. An existing file is replaced when the new one is complete. */
  path: string
  /** Version of Powernode. */
  product: string
  fingerprint: string
  /** Files to include. */
  files?: StoredFiles | undefined
  /** Called after each table with the completed share of tables, 0 to 1. */
  progress?: (share: number) => void
}

/**
 * Writes all tables of the product and its job queue to a file, from one snapshot. Reads and writes continue meanwhile; a
 * migration waits until the backup is done. Memory use does not depend on the database size.
 */
export function takeBackup(url: string, options: BackupOptions): Promise<BackupTaken> {
  return withClient(url, async (client) => {
    const known = await readTables(client)
    if (known.length === 0)
      throw new BackupError('There is nothing to back up: the database has no tables')
    if (options.files) await holdStoredFiles(client)
    const tables = await openSnapshot(client, known)
    const writer = await writeBackup(options.path, await headerOf(client, tables, options))
    try {
      return await writeSections(client, tables, writer, options)
    } catch (error) {
      await writer.discard()
      throw error
    }
  })
}

/** Starts the snapshot of this connection. Tables are locked first, so that their schema cannot change. */
async function openSnapshot(client: pg.Client, known: TableInfo[]): Promise<TableInfo[]> {
  await client.query('begin isolation level repeatable read read only')
  // No query may run before the locks: it would start the snapshot in the middle of a running migration.
  await client.query('set local statement_timeout = 0; set local lock_timeout = 0')
  await client.query(`lock table ${known.map(({ name }) => name).join(', ')} in access share mode`)
  await prepareConnection(client)
  await client.query(`select pg_try_advisory_xact_lock_shared(${SCHEMA_LOCK})`)
  const tables = await readTables(client)
  const names = (list: TableInfo[]) => list.map(({ name }) => name).join()
  if (names(tables) !== names(known)) {
    throw new BackupError('The schema changed during the backup: start it again')
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

async function writeSections(
  client: pg.Client,
  tables: TableInfo[],
  writer: BackupWriter,
  { progress, files: stored }: BackupOptions,
): Promise<BackupTaken> {
  let rows = 0
  for (const [index, { name, columns, partitioned }] of tables.entries()) {
    // COPY from a partitioned table returns no rows.
    const source = partitioned
      ? `(select ${columns.join(', ')} from ${name})`
      : `${name} (${columns.join(', ')})`
    const content = client.query(copyTo(`copy ${source} to stdout`))
    const section = await writer.section('table', name, content, async () => {
      await client.query('') // the row count arrives after the content
      return content.rowCount
    })
    rows += section.rows
    progress?.((index + 1) / tables.length)
  }
  const sequences = await readSequences(client)
  const none = { files: 0, missing_files: 0 }
  const files = stored ? await writeStoredFiles(client, stored, writer) : none
  const bytes = await writer.finish(sequences)
  return { tables: tables.length, rows, ...files, bytes }
}
