import { sql } from 'kysely'
import type { Vault } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import {
  type Checkpoint,
  COLUMNS,
  canonical,
  checkpointSignature,
  type Link,
  link,
  macOf,
  START,
} from './chain.ts'

const PAGE_ROWS = 2000

/** The first problem of a chain. */
export interface ChainFinding {
  what: 'edited' | 'deleted' | 'inserted' | 'reordered' | 'tail_cut' | 'checkpoint_forged'
  /** Position in the chain; null for a row that is not sealed yet. */
  sequence_number: number | null
  /** The entry, if it exists. */
  id: string | null
  detail: string
}

export interface ChainReport {
  account_id: string | null
  /** Number of sealed rows read. */
  rows: number
  unsealed: number
  head: number
  finding: ChainFinding | undefined
}

/** Verifies these chains, or all, with a few thousand rows in memory at a time. Needs the master key they were written with. */
export async function* verifyTrail(
  db: Database,
  vault: Vault,
  accounts?: string[],
): AsyncGenerator<ChainReport> {
  for (const account_id of accounts ?? (await allChains(db))) {
    yield await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((trx) => verifyChain(trx, vault, account_id))
  }
}

async function allChains(db: Database): Promise<(string | null)[]> {
  const { rows } = await sql<{ account_id: string | null }>`
    select id as account_id from accounts union select account_id from audit_checkpoints
    union select account_id from audit_logs order by 1 nulls first`.execute(db)
  return rows.map((row) => row.account_id)
}

async function verifyChain(
  trx: Database,
  vault: Vault,
  account_id: string | null,
): Promise<ChainReport> {
  const report: ChainReport = { account_id, rows: 0, unsealed: 0, head: 0, finding: undefined }
  const checkpoints = await checkpointsOf(trx, account_id)
  const forged = checkpoints.find((one) => !isSigned(vault, one))
  const { head, base, adopted } = Object.fromEntries(checkpoints.map((one) => [one.kind, one]))
  report.head = head?.sequence_number ?? 0
  if (forged) return { ...report, finding: finding('checkpoint_forged', forged.sequence_number) }

  const genuine = (row: Link, text: string) =>
    row.row_mac
      ? row.row_mac.equals(macOf(vault, text))
      : (row.sequence_number ?? 0) <= (adopted?.sequence_number ?? 0)
  let previous = base?.integrity_hash ?? START
  let last = base?.sequence_number ?? 0

  for (;;) {
    const page = await sealedAfter(trx, account_id, last, PAGE_ROWS)
    const milestones = await milestonesAfter(trx, account_id, last, PAGE_ROWS)
    for (const row of page) {
      const sequence = last + 1
      if (row.sequence_number !== sequence)
        return { ...report, finding: finding('deleted', sequence) }
      const text = canonical(row)
      const hash = link(previous, text)
      const isGenuine = genuine(row, text)
      if (!isGenuine || !hash.equals(row.integrity_hash ?? START)) {
        const what = await explain(trx, account_id, row, { previous, hash, isGenuine, head, base })
        return { ...report, finding: finding(what, sequence, row.id) }
      }
      const mark = sequence === head?.sequence_number ? head : milestones.get(sequence)
      if (mark && !isSigned(vault, mark)) {
        return { ...report, finding: finding('checkpoint_forged', sequence) }
      }
      if (mark && !mark.integrity_hash.equals(hash)) {
        return { ...report, finding: finding('reordered', sequence, row.id) }
      }
      previous = hash
      last = sequence
      report.rows++
    }
    if (page.length < PAGE_ROWS) break
  }
  if (last < report.head) return { ...report, finding: finding('tail_cut', last + 1) }
  if (last > report.head) return { ...report, finding: finding('checkpoint_forged', last) }
  return verifyUnsealed(trx, account_id, report, (row) => !head || genuine(row, canonical(row)))
}

/** Verifies unsealed rows by their MACs. Deletion of unsealed rows cannot be detected. */
async function verifyUnsealed(
  trx: Database,
  account_id: string | null,
  report: ChainReport,
  genuine: (row: Link) => boolean,
): Promise<ChainReport> {
  let last: string | undefined
  for (;;) {
    const page: Link[] = await linksOf(trx, account_id)
      .where('sequence_number', 'is', null)
      .$if(last !== undefined, (query) => query.where('id', '>', last ?? ''))
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute()
    const forged = page.find((row) => !genuine(row))
    report.unsealed += page.length
    if (forged) return { ...report, finding: finding('inserted', null, forged.id) }
    if (page.length < PAGE_ROWS) break
    last = page.at(-1)?.id
  }
  const gone = report.head + report.unsealed === 0 && account_id !== null
  return { ...report, finding: gone ? finding('deleted', 1) : undefined }
}

interface Break {
  previous: Buffer
  /** The expected hash of the row. */
  hash: Buffer
  isGenuine: boolean
  head: Checkpoint | undefined
  base: Checkpoint | undefined
}

/** Determines the kind of tampering at the first mismatch, from the adjacent rows and the expected number of rows. */
async function explain(
  trx: Database,
  account_id: string | null,
  row: Link,
  { previous, hash, isGenuine, head, base }: Break,
): Promise<ChainFinding['what']> {
  const [next] = await sealedAfter(trx, account_id, row.sequence_number ?? 0, 1)
  const nextFollows = (before: Buffer) =>
    next !== undefined && link(before, canonical(next)).equals(next.integrity_hash ?? START)
  const stored = row.integrity_hash ?? START
  if ((row.sequence_number ?? 0) > (head?.sequence_number ?? 0)) return 'inserted'
  if (!isGenuine) return nextFollows(previous) || hash.equals(stored) ? 'inserted' : 'edited'
  if (nextFollows(hash) || (!next && head?.integrity_hash.equals(hash))) return 'edited'
  if (!row.row_mac && nextFollows(stored)) return 'edited'
  const { count } = await trx
    .selectFrom('audit_logs')
    .select(sql<number>`count(*)`.as('count'))
    .where('account_id', account_id ? '=' : 'is', account_id)
    .where('sequence_number', '>', base?.sequence_number ?? 0)
    .executeTakeFirstOrThrow()
  const expected = (head?.sequence_number ?? 0) - (base?.sequence_number ?? 0)
  return count < expected ? 'deleted' : 'reordered'
}

const details: Record<ChainFinding['what'], string> = {
  edited: 'was changed after the server wrote it',
  deleted: 'is missing: one or more entries were deleted here',
  inserted:
    'was not written by the server: it was inserted by other means, or changed before it was sealed',
  reordered: 'is out of order: entries were moved or rewritten here or shortly before',
  tail_cut: 'is missing, as are all later entries: the end of the trail was deleted',
  checkpoint_forged:
    'has a checkpoint that was not signed with this master key, or lacks a required checkpoint',
}

const finding = (
  what: ChainFinding['what'],
  sequence_number: number | null,
  id: string | null = null,
) => ({
  what,
  sequence_number,
  id,
  detail: details[what],
})

function isSigned(vault: Vault, checkpoint: Checkpoint) {
  return checkpoint.signature.equals(checkpointSignature(vault, checkpoint))
}

function checkpointsOf(trx: Database, account_id: string | null): Promise<Checkpoint[]> {
  return selectCheckpoints(trx, account_id).where('kind', '<>', 'milestone').execute()
}

async function milestonesAfter(
  trx: Database,
  account_id: string | null,
  sequence: number,
  count: number,
): Promise<Map<number, Checkpoint>> {
  const rows: Checkpoint[] = await selectCheckpoints(trx, account_id)
    .where('kind', '=', 'milestone')
    .where('sequence_number', '>', sequence)
    .where('sequence_number', '<=', sequence + count)
    .execute()
  return new Map(rows.map((row) => [row.sequence_number, row]))
}

function selectCheckpoints(trx: Database, account_id: string | null) {
  return trx
    .selectFrom('audit_checkpoints')
    .select(['account_id', 'kind', 'sequence_number', 'integrity_hash', 'signature', 'created_at'])
    .where('account_id', account_id ? '=' : 'is', account_id)
}

function sealedAfter(
  trx: Database,
  account_id: string | null,
  sequence: number,
  limit: number,
): Promise<Link[]> {
  return linksOf(trx, account_id)
    .where('sequence_number', '>', sequence)
    .orderBy('sequence_number')
    .limit(limit)
    .execute()
}

function linksOf(trx: Database, account_id: string | null) {
  return trx
    .selectFrom('audit_logs')
    .select([...COLUMNS, 'row_mac', 'sequence_number', 'integrity_hash'])
    .where('account_id', account_id ? '=' : 'is', account_id)
}
