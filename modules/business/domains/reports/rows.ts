import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { readCursor } from '@powernode/server/platform/http/cursor.ts'
import { type Listing, type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import { statusAt } from '../subscriptions/status.ts'
import {
  isMetricType,
  type MetricTypeName,
  type ReportRow,
  type ReportTypeName,
  type RowPage,
  reportColumns,
} from './columns.ts'
import { readMetricRows } from './metric_rows.ts'
import { type DayRange, momentsOf } from './range.ts'

const PAGE_ROWS = 1000

/** Which rows a report has. */
export interface ReportScope extends DayRange {
  report_type: ReportTypeName
  /** Null for every account, which the caller has checked. */
  account_id: string | null
  as_of: Date
}

type Found = Record<string, unknown>
type Source = (ctx: PlatformCtx, scope: ReportScope, page: PageRequest) => Promise<Listing<Found>>

/**
 * The rows of a report after a cursor, at most 1,000 records, oldest first. Throws 422 if the cursor is not one of this
 * report.
 */
export async function readRows(
  ctx: PlatformCtx,
  scope: ReportScope,
  after: string | undefined,
): Promise<RowPage> {
  const columns = reportColumns[scope.report_type]
  const toRow = (record: Found) => columns.map(({ key }) => cellOf(record[key]))
  if (isMetricType(scope.report_type)) {
    const rows = (await readMetricRows(ctx, scope.report_type, scope)).map(toRow)
    return { rows, total: rows.length, read: rows.length, next: null }
  }
  const sort = { column: scope.report_type === 'ledger' ? 'occurred_at' : 'created_at' }
  const cursor = after === undefined ? undefined : readCursor(after)
  if (after !== undefined && cursor?.sort !== sort.column) {
    throw fail.invalid({ cursor: ['is not a cursor of this report'] })
  }
  const page: PageRequest = {
    number: 1,
    size: PAGE_ROWS,
    sort: { ...sort, descending: false },
    ...(cursor && { after: cursor }),
  }
  const found = await sources[scope.report_type](ctx, scope, page)
  const records = scope.report_type === 'ledger' ? await linesOf(ctx, found.rows) : found.rows
  return {
    rows: records.map(toRow),
    total: found.total,
    read: found.rows.length,
    next: found.nextCursor,
  }
}

const sources: Record<Exclude<ReportTypeName, MetricTypeName>, Source> = {
  subscriptions: (ctx, scope, page) => {
    const rows: Query<'subscriptions'> = scope.account_id
      ? ctx.inAccount(scope.account_id).own('subscriptions').select()
      : ofAllAccounts(ctx).selectFrom('subscriptions')
    const query = rows
      .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
      .select([
        ...(['subscriptions.id', 'plans.name as plan', 'quantity', 'price_cents'] as const),
        ...(['currency', 'billing_cycle', 'current_period_start', 'current_period_end'] as const),
        ...(['trial_end', 'cancelled_at', 'ended_at', 'subscriptions.created_at'] as const),
        statusAt(scope.as_of).as('status'),
        accountNameAt('subscriptions').as('account'),
      ])
      .where(isWithin('subscriptions.created_at', scope))
    return paginate(ctx, query, page, 'subscriptions')
  },
  invoices: (ctx, scope, page) => {
    const rows: Query<'invoices'> = scope.account_id
      ? ctx.inAccount(scope.account_id).own('invoices').select()
      : ofAllAccounts(ctx).selectFrom('invoices')
    const query = rows
      .select([
        ...(['id', 'invoice_number', 'invoice_type', 'status', 'currency'] as const),
        ...(['subtotal_cents', 'tax_cents', 'total_cents', 'amount_paid_cents'] as const),
        ...(['amount_due_cents', 'period_start', 'period_end', 'issued_at', 'due_at'] as const),
        ...(['paid_at', 'created_at'] as const),
        accountNameAt('invoices').as('account'),
      ])
      .where(isWithin('invoices.created_at', scope))
    return paginate(ctx, query, page, 'invoices')
  },
  payments: (ctx, scope, page) => {
    const rows: Query<'payments'> = scope.account_id
      ? ctx.inAccount(scope.account_id).own('payments').select()
      : ofAllAccounts(ctx).selectFrom('payments')
    const query = rows
      .select([
        ...(['id', 'gateway', 'external_id', 'status', 'amount_cents', 'refunded_cents'] as const),
        ...(['currency', 'failure_reason', 'processed_at', 'failed_at', 'created_at'] as const),
        invoiceNumberAt('payments').as('invoice_number'),
        accountNameAt('payments').as('account'),
      ])
      .where(isWithin('payments.created_at', scope))
    return paginate(ctx, query, page, 'payments')
  },
  credit_notes: (ctx, scope, page) => {
    const rows: Query<'credit_notes'> = scope.account_id
      ? ctx.inAccount(scope.account_id).own('credit_notes').select()
      : ofAllAccounts(ctx).selectFrom('credit_notes')
    const query = rows
      .select([
        ...(['id', 'number', 'reason', 'currency', 'subtotal_cents', 'tax_cents'] as const),
        ...(['total_cents', 'to_balance_cents', 'to_invoice_cents', 'to_refund_cents'] as const),
        'created_at',
        invoiceNumberAt('credit_notes').as('invoice_number'),
        accountNameAt('credit_notes').as('account'),
      ])
      .where(isWithin('credit_notes.created_at', scope))
    return paginate(ctx, query, page, 'credit_notes')
  },
  ledger: (ctx, scope, page) => {
    const query = ofAllAccounts(ctx)
      .selectFrom('ledger_entries')
      .select([
        ...(['id', 'occurred_at', 'kind', 'subject_type', 'subject_id', 'currency'] as const),
        accountNameAt('ledger_entries').as('account'),
      ])
      .where(isWithin('ledger_entries.occurred_at', scope))
    return paginate(ctx, query, page, 'ledger_entries')
  },
  plans: (ctx, scope, page) => {
    const query = ctx.db
      .selectFrom('plans')
      .select(['id', 'name', 'slug', 'status', 'price_cents', 'currency'])
      .select(['billing_cycle', 'trial_days', 'created_at'])
      .where(isWithin('plans.created_at', scope))
    return paginate(ctx, query, page, 'plans')
  },
}

/** The lines of ledger entries, in their order. */
async function linesOf(ctx: PlatformCtx, entries: Found[]): Promise<Found[]> {
  const ids = entries.map(({ id }) => String(id))
  if (ids.length === 0) return []
  const lines = await ofAllAccounts(ctx)
    .selectFrom('ledger_lines')
    .select(['entry_id', 'ledger_account', 'amount_cents'])
    .where('entry_id', 'in', ids)
    .orderBy('ledger_account')
    .execute()
  const byEntry = Map.groupBy(lines, ({ entry_id }) => entry_id)
  return entries.flatMap((entry) =>
    (byEntry.get(String(entry.id)) ?? []).map((line) => ({ ...entry, ...line })),
  )
}

type Query<T extends keyof DB> = SelectQueryBuilder<DB, T, object>

const ofAllAccounts = (ctx: PlatformCtx) =>
  ctx.acrossAccounts({ because: 'whether the report may be of all accounts was checked' })

function isWithin(column: string, scope: ReportScope) {
  const { from, before } = momentsOf(scope, scope.as_of)
  const at = sql.ref(column)
  return sql<boolean>`(${at} >= ${from} and ${at} < ${before})`
}

const accountNameAt = (table: string) => sql<string>`(
  select a.name from accounts a where a.id = ${sql.ref(`${table}.account_id`)})`

const invoiceNumberAt = (table: string) => sql<string | null>`(
  select i.invoice_number from invoices i where i.id = ${sql.ref(`${table}.invoice_id`)})`

function cellOf(value: unknown): ReportRow[number] {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
