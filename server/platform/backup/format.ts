import { createHash } from 'node:crypto'
import { ConfigError } from '../kernel/config_error.ts'

/*
 * A backup is one file:
 *
 *   POWERNODE BACKUP 1            file type and format version
 *   {…}                           the header, one line of JSON
 *   sections                      one zstd frame per table, in the text format of COPY, and one with the stored files: for
 *                                 each a line of JSON with path and size, then its bytes
 *   {…}                           the index, one line of JSON: position and checksum of each section
 *   END <offset of the index> <sha256 of header and index>
 *
 * The last line has a fixed length, so a truncated file is detected before anything is read. Other kinds of sections can be
 * added; a reader refuses an unknown kind.
 */
export const FORMAT = 1
export const MAGIC = 'POWERNODE BACKUP '
export const END_BYTES = 86
/** The name of the section with stored files; no table has such a name. */
export const FILES_SECTION = 'stored files'

export interface BackedUpTable {
  /** SQL name: without a schema for tables of the product, with it for others. */
  name: string
  columns: string[]
  /** Partitions of a partitioned table, with their bounds. */
  partitions?: { name: string; bound: string }[]
}

export interface BackupHeader {
  /** Version of Powernode. */
  product: string
  created_at: string
  /** Version of PostgreSQL. */
  postgres: string
  master_key_fingerprint: string
  /** Applied migrations: those of the core under '', those of each extension under its name. */
  migrations: Record<string, string[]>
  /** Version of the pg-boss schema; null if it does not exist yet. */
  queue_schema: number | null
  tables: BackedUpTable[]
}

export interface BackupSection {
  kind: 'table' | 'files'
  name: string
  /** Position and length of its zstd frame in the file. `rows` are rows or files. */
  offset: number
  length: number
  rows: number
  /** Size and checksum before compression. */
  bytes: number
  sha256: string
}

export interface BackupIndex {
  sections: BackupSection[]
  /** Sequence name and last value; null if it was never used. */
  sequences: { name: string; value: string | null }[]
}

/** A backup whose header and index were read. */
export interface BackupFile {
  path: string
  /** Unique for each backup. */
  id: string
  header: BackupHeader
  index: BackupIndex
}

export function endLine(offset: number, headerLine: string, indexLine: string): string {
  const sum = createHash('sha256').update(headerLine).update(indexLine).digest('hex')
  return `END ${String(offset).padStart(16, '0')} ${sum}\n`
}

/** Why a backup cannot be taken or used, in one line. */
export class BackupError extends ConfigError {}

export const damagedBackup = (path: string, problem: string) =>
  new BackupError(`${path} is damaged: ${problem}. Use another backup`)

/** Passes content through and computes its size and checksum. */
export function measure() {
  const sum = createHash('sha256')
  const measured = {
    bytes: 0,
    sha256: () => sum.digest('hex'),
    async *pass(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        sum.update(chunk)
        measured.bytes += chunk.length
        yield chunk
      }
    },
  }
  return measured
}
