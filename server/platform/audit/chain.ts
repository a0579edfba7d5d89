import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Vault } from '../crypto/vault.ts'
import type { AuditLogs } from '../db/rows.ts'

/** The columns that the chain protects, in hashing order. Add new columns only at the end. */
export const COLUMNS = [
  'id',
  'account_id',
  'user_id',
  'impersonator_id',
  'action',
  'resource_type',
  'resource_id',
  'source',
  'status',
  'severity',
  'risk_level',
  'message',
  'ip_address',
  'user_agent',
  'request_id',
  'old_values',
  'new_values',
  'metadata',
  'created_at',
] as const

export type Content = Pick<Selectable<AuditLogs>, (typeof COLUMNS)[number]>

/** A row as the chain reads it. Null columns: not sealed yet, or written before chains existed. */
export type Link = Content & {
  row_mac: Buffer | null
  sequence_number: number | null
  integrity_hash: Buffer | null
}

export type CheckpointKind = 'head' | 'milestone' | 'base' | 'adopted'

export interface Checkpoint {
  account_id: string | null
  kind: CheckpointKind
  sequence_number: number
  integrity_hash: Buffer
  signature: Buffer
  created_at: Date
}

/** The "previous hash" of the first link of a chain. */
export const START = Buffer.alloc(32)

/** Serialises a row: the same content gives the same text before storing and after reading. */
export function canonical(row: Content): string {
  return JSON.stringify(COLUMNS.map((column) => ordered(row[column])))
}

/** integrity_hash = SHA-256(previous hash ‖ canonical row). */
export function link(previous: Buffer, text: string): Buffer {
  return createHash('sha256').update(previous).update(text).digest()
}

/** The MAC stored with each row. It reveals forged or edited rows before sealing, and when hashes were recomputed. */
export const macOf = (vault: Vault, text: string): Buffer => vault.sign('audit row', text)

export function checkpointSignature(
  vault: Vault,
  {
    kind,
    account_id,
    sequence_number,
    integrity_hash,
  }: Omit<Checkpoint, 'signature' | 'created_at'>,
): Buffer {
  const chain = account_id ?? 'none'
  const text = `${kind} ${chain} ${sequence_number} ${integrity_hash.toString('hex')}`
  return vault.sign('audit checkpoint', text)
}

/** Sorts object keys: jsonb does not preserve their order. */
function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(ordered)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]))
}
