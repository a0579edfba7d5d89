import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import type { CreateResult } from '@powernode/server/platform/http/resource.ts'
import {
  Choice,
  Count,
  Dictionary,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { type GatewayName, gateways } from '../../gateways/port.ts'
import type { FlagType } from './matching.ts'

/** Comparisons closer together than this are one: only a later one counts as another miss. */
const MISS_MS = 12 * HOUR_MS

const flagTypes = [
  'missing_payment',
  'missing_provider_payment',
  'duplicate_payment',
  'amount_mismatch',
  'status_mismatch',
  'unknown_transaction',
] as const satisfies FlagType[]

const severities = ['low', 'medium', 'high', 'critical'] as const

export const ReconciliationFlag = Shape('ReconciliationFlag', {
  id: Id(),
  reconciliation_report_id: Nullable(Id('The report of the day on which it was last found')),
  gateway: Choice(gateways, 'The gateway'),
  external_id: Text(255, { description: 'Id at the gateway', examples: ['ch_3Q2w3E'] }),
  type: Choice(flagTypes, 'What differs'),
  severity: Choice(severities, 'How much it matters'),
  status: Choice(
    ['open', 'investigating', 'resolved', 'dismissed'],
    'Whether someone must look at it',
  ),
  description: Text(2000, { description: 'What differs, in words' }),
  payment: Nullable(
    Shape({
      id: Id('Our payment'),
      account_id: Id('Its account'),
      invoice_id: Nullable(Id('The invoice that it pays')),
    }),
  ),
  amount_cents: Nullable(Type.Integer({ description: 'Amount', examples: [3451] })),
  currency: Nullable(Text(3, { description: 'Its currency', examples: ['USD'] })),
  details: Dictionary('Further values'),
  miss_count: Count('For how many comparisons the gateway did not list our payment', [1]),
  note: Nullable(Text(2000, { description: 'Why it was resolved or dismissed' })),
  resolved_by: Nullable(Shape({ id: Id('User'), name: Text(200, { description: 'Name' }) })),
  resolved_at: Nullable(Time('When it was resolved or dismissed')),
  created_at: Time('When it was first found'),
  updated_at: Time('When it was last found or changed'),
})

export const ReconciliationFlagFilters = {
  status: ReconciliationFlag.properties.status,
  severity: ReconciliationFlag.properties.severity,
  type: ReconciliationFlag.properties.type,
  gateway: ReconciliationFlag.properties.gateway,
  reconciliation_report_id: Id('Only of this report'),
}

export const NewFlag = Shape('NewReconciliationFlag', {
  type: ReconciliationFlag.properties.type,
  reconciliation_report_id: Type.Optional(
    Id('The report; by default the newest of the gateway, if there is one'),
  ),
  description: Type.Optional(ReconciliationFlag.properties.description),
  severity: Type.Optional({ ...ReconciliationFlag.properties.severity, default: 'medium' }),
  transaction_id: Type.Optional(
    Text(255, { description: 'The same as `external_id`', examples: ['ch_3Q2w3E'] }),
  ),
  external_id: Type.Optional(
    Text(255, {
      description: 'Id at the gateway; by default that of the payment',
      examples: ['ch_3Q2w3E'],
    }),
  ),
  local_payment_id: Type.Optional(Id('Our payment')),
  provider: Type.Optional(Choice(gateways, 'The gateway; by default that of the payment')),
  amount_cents: Type.Optional(Type.Integer({ description: 'Amount', examples: [3451] })),
  currency: Type.Optional(
    Type.String({ pattern: '^[A-Z]{3}$', description: 'Its currency', examples: ['USD'] }),
  ),
  metadata: Type.Optional(Dictionary('Further values')),
  settled: Type.Optional(Flag('Whether the difference is gone already')),
})

export const RecordedFlag = Shape('RecordedReconciliationFlag', {
  flag_id: Id('The flag'),
  status: ReconciliationFlag.properties.status,
  severity: ReconciliationFlag.properties.severity,
})

type View = Static<typeof ReconciliationFlag>
type Input = Static<typeof NewFlag>
type Recorded = Static<typeof RecordedFlag>

export function listFlags(
  ctx: PlatformCtx,
  page: PageRequest,
  filters: QueryValues<typeof ReconciliationFlagFilters>,
) {
  const { status, severity, type, gateway, reconciliation_report_id } = filters
  let query = selectFlags(ctx)
  if (status) query = query.where('status', '=', status)
  if (severity) query = query.where('severity', '=', severity)
  if (type) query = query.where('type', '=', type)
  if (gateway) query = query.where('gateway', '=', gateway)
  if (reconciliation_report_id) {
    query = query.where('reconciliation_report_id', '=', reconciliation_report_id)
  }
  return paginate(ctx, query, page, 'reconciliation_flags')
}

export async function readFlag(ctx: PlatformCtx, id: string): Promise<View> {
  const flag = await selectFlags(ctx).where('id', '=', id).executeTakeFirst()
  if (!flag) throw fail.notFound('reconciliation_flag')
  return flag
}

/** Records a difference, once for each gateway, id there and type. What a person decided about it stays. */
export function flagDifference(ctx: PlatformCtx, input: Input): Promise<CreateResult<Recorded>> {
  return ctx.transaction((tx) => recordFlag(tx, input))
}

/** The same in a transaction. 422 if it is not clear what it is about. */
export async function recordFlag(tx: PlatformTx, input: Input): Promise<CreateResult<Recorded>> {
  const { type, local_payment_id: payment_id = null, settled = false } = input
  const { gateway, external_id } = await subjectOf(tx, input)
  const reconciliation_report_id = await reportOf(tx, gateway, input.reconciliation_report_id)
  const now = tx.now()
  const { description = wordsOf(type), amount_cents = null, currency = null } = input
  const id = randomUUIDv7()
  const resolved = settled
    ? { status: 'resolved' as const, note: 'Settled by the comparison', resolved_at: now }
    : undefined
  const columns = { reconciliation_report_id, payment_id, description, amount_cents, currency }
  const found = { ...columns, details: json(input.metadata ?? {}), updated_at: now }
  const severity = input.severity ?? 'medium'
  const missed = sql<number>`case when reconciliation_flags.missed_at <= ${new Date(now.getTime() - MISS_MS)}
    then reconciliation_flags.miss_count + 1 else reconciliation_flags.miss_count end`
  const missed_at = sql<Date>`case when reconciliation_flags.missed_at <= ${new Date(now.getTime() - MISS_MS)}
    then ${now} else reconciliation_flags.missed_at end`
  const isMiss = type === 'missing_provider_payment'
  tx.unaudited('a difference is not a change; what is done about it is audited')
  const flag = await tx.db
    .insertInto('reconciliation_flags')
    .values({
      ...{ id, gateway, external_id, type, severity, status: 'open' as const },
      ...{ ...found, ...resolved, missed_at: now, created_at: now },
    })
    .onConflict((conflict) =>
      conflict.columns(['gateway', 'external_id', 'type']).doUpdateSet({
        ...found,
        ...resolved,
        severity: isMiss
          ? sql<typeof severity>`case when ${missed} > 1 then 'critical' else ${severity} end`
          : severity,
        ...(isMiss && { miss_count: missed, missed_at }),
      }),
    )
    .returning(['id', 'status', 'severity'])
    .executeTakeFirstOrThrow()
  const data = { flag_id: flag.id, status: flag.status, severity: flag.severity }
  return { created: flag.id === id, data }
}

/** The gateway and the id there, which a payment of ours may tell. */
async function subjectOf(tx: PlatformTx, input: Input) {
  const { external_id, transaction_id, local_payment_id, provider } = input
  if (external_id && transaction_id && external_id !== transaction_id) {
    throw fail.invalid({ transaction_id: ['must be the same as external_id'] })
  }
  const named = external_id ?? transaction_id
  if (!local_payment_id) {
    if (!named) throw fail.invalid({ external_id: ['is required without local_payment_id'] })
    if (!provider) throw fail.invalid({ provider: ['is required without local_payment_id'] })
    return { gateway: provider, external_id: named }
  }
  const payment = await tx
    .acrossAccounts({ because: 'the worker names a payment but no account' })
    .selectFrom('payments')
    .select(['id', 'gateway', 'external_id', 'intent_id'])
    .where('id', '=', local_payment_id)
    .executeTakeFirst()
  if (!payment || payment.gateway === 'manual') {
    throw fail.invalid({ local_payment_id: ['is not a payment made with a gateway'] })
  }
  if (provider && provider !== payment.gateway) {
    throw fail.invalid({ provider: ['is not the gateway of the payment'] })
  }
  const known = payment.external_id ?? payment.intent_id ?? payment.id
  return { gateway: payment.gateway, external_id: named ?? known }
}

async function reportOf(
  tx: PlatformTx,
  gateway: GatewayName,
  id: string | undefined,
): Promise<string | null> {
  const reports = tx.db.selectFrom('reconciliation_reports').select('id')
  if (id) {
    const report = await reports.where('id', '=', id).executeTakeFirst()
    if (!report) throw fail.invalid({ reconciliation_report_id: ['is not a report'] })
    return id
  }
  const newest = await reports
    .where('gateway', '=', gateway)
    .orderBy('report_date', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.id ?? null
}

/** `amount_mismatch` → "Amount mismatch". */
const wordsOf = (type: FlagType) =>
  type.charAt(0).toUpperCase() + type.slice(1).replaceAll('_', ' ')

function selectFlags(ctx: PlatformCtx) {
  return ctx.db
    .selectFrom('reconciliation_flags')
    .select(['id', 'reconciliation_report_id', 'gateway', 'external_id', 'type', 'severity'])
    .select(['status', 'description', 'amount_cents', 'currency', 'details', 'miss_count'])
    .select(['note', 'resolved_at', 'created_at', 'updated_at'])
    .select([
      sql<View['payment']>`(select jsonb_build_object('id', p.id, 'account_id', p.account_id,
        'invoice_id', p.invoice_id) from payments p where p.id = reconciliation_flags.payment_id)`.as(
        'payment',
      ),
      sql<View['resolved_by']>`(select jsonb_build_object('id', u.id, 'name', u.name) from users u
        where u.id = reconciliation_flags.resolved_by_id)`.as('resolved_by'),
    ])
}
