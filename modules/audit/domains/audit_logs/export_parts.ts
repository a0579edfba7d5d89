import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { deflatePart } from '@powernode/server/platform/http/file_parts.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { AuditExport, expiry, progressOf } from './audit_export.ts'
import { selectAuditLogs } from './audit_log.ts'
import { readStoredFilters } from './filters.ts'

const PART_ROWS = 5000

const { status, progress, row_count } = AuditExport.properties
export const AuditExportProgress = Shape('AuditExportProgress', { status, progress, row_count })
export const AuditExportPartRequest = Shape('AuditExportPartRequest', {
  part: Type.Integer({
    minimum: 1,
    maximum: 1_000_000,
    description: 'Number of the part, from 1, in order',
  }),
})
export const AuditExportFailure = Shape('AuditExportFailure', {
  error: Text(2000, { description: 'Why it cannot be written' }),
})

type State = Static<typeof AuditExportProgress>

/**
 * Writes the next part of an export, at most 5,000 entries, newest first. For a part that exists it only returns the
 * progress, so a worker can repeat any call.
 */
export async function writePart(ctx: PlatformCtx, id: string, part: number): Promise<State> {
  return inExport(ctx, id, async (tx, found) => {
    if (part <= found.part_count) return stateOf(found)
    if (part !== found.part_count + 1 || isOver(found)) throw fail.with('invalid_transition')
    const total_count = found.total_count ?? (await countEntries(tx, found))
    const rows = await entriesAfter(tx, found)
    const last = rows.length < PART_ROWS
    const text = Buffer.from(textOf(found.format, rows, part === 1, last))
    const { compressed: content, file } = await deflatePart(found, text)
    await tx.own('audit_export_parts').insert({ export_id: id, part, content }).execute()
    const cursor = rows.at(-1)
    const after = {
      status: last ? ('completed' as const) : ('processing' as const),
      total_count,
      part_count: part,
      row_count: found.row_count + rows.length,
    }
    await tx
      .own('audit_exports')
      .update({
        ...after,
        ...file,
        ...(cursor && { cursor_id: cursor.id, cursor_at: cursor.cursor_at }),
        ...(last && { completed_at: tx.now(), expires_at: expiry(tx) }),
      })
      .where('id', '=', id)
      .execute()
    if (last) await notifyRequester(tx, found.user_id, id, after.row_count)
    return stateOf(after)
  })
}

/** Marks an export as failed. */
export async function markExportFailed(
  ctx: PlatformCtx,
  id: string,
  error: string,
): Promise<State> {
  return inExport(ctx, id, async (tx, found) => {
    if (isOver(found)) return stateOf(found)
    await tx.own('audit_exports').update({ status: 'failed', error }).where('id', '=', id).execute()
    await tx.notify([found.user_id], {
      notification_type: 'audit_export_failed',
      title: 'Your export of the audit log failed',
      message: 'Request it again. If it fails again, contact the administrator of this server.',
      severity: 'error',
      category: 'audit',
      action_url: '/audit_logs/exports',
    })
    return stateOf({ ...found, status: 'failed' })
  })
}

/** Runs `work` in the account of the export, with its row locked. */
async function inExport<T>(
  ctx: PlatformCtx,
  id: string,
  work: (tx: Tx, found: Locked) => Promise<T>,
): Promise<T> {
  const owner = await ctx
    .acrossAccounts({ because: 'a worker identifies the export, not the account' })
    .selectFrom('audit_exports')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!owner) throw fail.notFound('audit_export')
  return ctx.inAccount(owner.account_id).transaction(async (tx) => {
    tx.unaudited('the request of the export was audited; its own row records the result')
    const found = await lock(tx, id).executeTakeFirst()
    if (!found) throw fail.notFound('audit_export')
    return work(tx, found)
  })
}

function lock(tx: Tx, id: string) {
  return tx.own('audit_exports').select().selectAll().where('id', '=', id).forNoKeyUpdate()
}
type Locked = Awaited<ReturnType<ReturnType<typeof lock>['executeTakeFirstOrThrow']>>

const isOver = ({ status }: Pick<Locked, 'status'>) => ['completed', 'failed'].includes(status)

const stateOf = (row: Pick<Locked, 'status' | 'row_count' | 'total_count'>): State => ({
  status: row.status,
  row_count: row.row_count,
  progress: progressOf(row),
})

function entriesOf(ctx: Ctx, { filters, created_at }: Locked) {
  return selectAuditLogs(ctx, readStoredFilters(filters)).where(
    'audit_logs.created_at',
    '<=',
    created_at,
  )
}

async function countEntries(ctx: Ctx, found: Locked) {
  const { total } = await entriesOf(ctx, found)
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/**
 * Continues after the last entry of the previous part. The exact time stays in the database, because a Date would round
 * it.
 */
function entriesAfter(ctx: Ctx, found: Locked) {
  return entriesOf(ctx, found)
    .select(sql<string>`audit_logs.created_at::text`.as('cursor_at'))
    .$if(found.cursor_id !== null, (query) =>
      query.where(
        sql<boolean>`(audit_logs.created_at, audit_logs.id) < (
          select cursor_at, cursor_id from audit_exports where id = ${found.id})`,
      ),
    )
    .orderBy('audit_logs.created_at', 'desc')
    .orderBy('audit_logs.id', 'desc')
    .limit(PART_ROWS)
    .execute()
}

type Entry = Awaited<ReturnType<typeof entriesAfter>>[number]

/** The parts join into one table or one array. A cell that would run as a formula gets an apostrophe. */
function textOf(format: Locked['format'], entries: Entry[], first: boolean, last: boolean): string {
  const rows = entries.map(({ cursor_at: _, ...entry }) => entry)
  if (format === 'json') {
    const between = first ? '[\n' : rows.length > 0 ? ',\n' : ''
    const lines = rows.map((row) => JSON.stringify(row)).join(',\n')
    return `${between}${lines}${last ? '\n]\n' : ''}`
  }
  return stringify(
    rows.map((row) => Object.values(columns).map((value) => value(row))),
    {
      header: first,
      columns: Object.keys(columns),
      record_delimiter: 'windows',
      escape_formulas: true,
      quoted_match: /[\r\n]/,
    },
  )
}

const columns: Record<string, (entry: Omit<Entry, 'cursor_at'>) => string | number | null> = {
  ID: ({ id }) => id,
  Action: ({ action }) => action,
  'User Email': ({ user }) => user?.email ?? null,
  Account: ({ account }) => account?.name ?? null,
  'Resource Type': ({ resource_type }) => resource_type,
  'Resource ID': ({ resource_id }) => resource_id,
  Source: ({ source }) => source,
  'IP Address': ({ ip_address }) => ip_address,
  Status: ({ status }) => status,
  'Created At': ({ created_at }) => created_at.toISOString(),
  Metadata: ({ metadata }) => JSON.stringify(metadata),
  Severity: ({ severity }) => severity,
  'Risk Level': ({ risk_level }) => risk_level,
  'Old Values': ({ old_values }) => JSON.stringify(old_values),
  'New Values': ({ new_values }) => JSON.stringify(new_values),
  'Request ID': ({ request_id }) => request_id,
  'Sequence Number': ({ sequence_number }) => sequence_number,
  'Integrity Hash': ({ integrity_hash }) => integrity_hash,
}

async function notifyRequester(tx: Tx, userId: string, id: string, rows: number) {
  await tx.notify([userId], {
    notification_type: 'audit_export_completed',
    title: 'Your export of the audit log is ready',
    message: `${formatNoun(rows, 'entry', 'entries')}. The file is kept for 24 hours.`,
    severity: 'success',
    category: 'audit',
    action_url: '/audit_logs/exports',
    metadata: { export_id: id },
  })
}
