import { createHash } from 'node:crypto'
import { ConfigError } from '../kernel/config_error.ts'

/*
 * A backup is one file:
 *
 *   POWERNODE BACKUP 1            what it is, and the version of the format
 *   {…}                           the header, one line of JSON
 *   sections                      each a zstd frame of its own: one per table, in the text format of COPY
 *   {…}                           the index, one line of JSON: where each section lies, and its checksum
 *   END <offset of the index> <sha256 of header and index>
 *
 * The last line has a fixed length, so a file that was cut off is recognised before anything is read. Sections of other
 * kinds can be added; a reader refuses a kind that it does not know.
 */
export const FORMAT = 1
export const MAGIC = 'POWERNODE BACKUP '
export const END_BYTES = 86

export interface BackedUpTable {
  /** As SQL names it: the product's own without a schema, others with theirs. */
  name: string
  columns: string[]
  /** Of a partitioned table: its partitions and their bounds. */
  partitions?: { name: string; bound: string }[]
}

export interface BackupHeader {
  /** Version of Powernode. */
  product: string
  created_at: string
  /** Version of PostgreSQL. */
  postgres: string
  master_key_fingerprint: string
  /** Migrations that ran: under '' the core's, under its name those of each extension. */
  migrations: Record<string, string[]>
  /** Version of pg-boss's schema; null where it has none yet. */
  queue_schema: number | null
  tables: BackedUpTable[]
}

export interface BackupSection {
  kind: 'table'
  name: string
  /** Where its zstd frame begins in the file, and how long it is. */
  offset: number
  length: number
  rows: number
  /** Size and checksum before compression. */
  bytes: number
  sha256: string
}

export interface BackupIndex {
  sections: BackupSection[]
  /** Name to last value; null where it was never used. */
  sequences: { name: string; value: string | null }[]
}

/** A backup that was read up to its sections. */
export interface BackupFile {
  path: string
  /** Tells it from every other backup. */
  id: string
  header: BackupHeader
  index: BackupIndex
}

export function endLine(offset: number, headerLine: string, indexLine: string): string {
  const sum = createHash('sha256').update(headerLine).update(indexLine).digest('hex')
  return `END ${String(offset).padStart(16, '0')} ${sum}\n`
}

/** What a backup cannot be used for, in one line. */
export class BackupError extends ConfigError {}

export const damagedBackup = (path: string, what: string) =>
  new BackupError(`${path} is damaged: ${what}. Use another backup`)

/** Passes content on and measures it: how many bytes, and their checksum. */
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
