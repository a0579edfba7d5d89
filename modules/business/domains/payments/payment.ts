import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import { AccountName, accountAt, InvoiceNumber } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { Currency } from '../plans/plan.ts'

const statuses = [
  'pending',
  'processing',
  'requires_action',
  'succeeded',
  'failed',
  'cancelled',
  'partially_refunded',
  'refunded',
] as const

export const Payment = Shape('Payment', {
  id: Id(),
  account: AccountName,
  invoice: Nullable(Shape({ id: Id(), invoice_number: InvoiceNumber })),
  gateway: Choice(
    ['stripe', 'paypal', 'manual'],
    'Payment gateway; manual for what the seller received elsewhere, as by bank transfer',
  ),
  amount_cents: Cents('Amount', 3451),
  refunded_cents: Cents('Paid back', 0),
  currency: Currency,
  status: Choice(statuses, 'Status'),
  external_id: Nullable(
    Text(255, { description: 'Id at the gateway, or the reference of a manual payment' }),
  ),
  failure_reason: Nullable(Text(1000, { description: 'Why it failed' })),
  processed_at: Nullable(Time('When the money was received')),
  failed_at: Nullable(Time('When it failed')),
  created_at: Time('When it was started'),
  updated_at: Time('When it last changed'),
})

export const PaymentFilters = {
  status: Payment.properties.status,
  invoice_id: Id('Only for this invoice'),
}
export const AdminPaymentFilters = {
  ...PaymentFilters,
  gateway: Payment.properties.gateway,
  account_id: Id('Only of this account'),
}

type Filters = QueryValues<typeof AdminPaymentFilters>

export function listPayments(ctx: Ctx, page: PageRequest, filters: Filters) {
  return paginate(ctx, filtered(ctx.own('payments').select(), filters), page, 'payments')
}

export function listAllPayments(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const all = ctx.acrossAccounts('admin.payments.read').selectFrom('payments')
  return paginate(ctx, filtered(all, filters), page, 'payments')
}

export async function readPayment(ctx: Ctx, id: string) {
  const payment = await selectPayments(ctx.own('payments').select())
    .where('id', '=', id)
    .executeTakeFirst()
  if (!payment) throw fail.notFound('payment')
  return payment
}

function filtered(from: Query<object>, { status, gateway, invoice_id, account_id }: Filters) {
  let query = selectPayments(from)
  if (status) query = query.where('status', '=', status)
  if (gateway) query = query.where('gateway', '=', gateway)
  if (invoice_id) query = query.where('invoice_id', '=', invoice_id)
  if (account_id) query = query.where('account_id', '=', account_id)
  return query
}

type Query<O> = SelectQueryBuilder<DB, 'payments', O>

function selectPayments(query: Query<object>) {
  return query.select([
    'id',
    'gateway',
    'amount_cents',
    'refunded_cents',
    'currency',
    'status',
    'external_id',
    'failure_reason',
    'processed_at',
    'failed_at',
    'created_at',
    'updated_at',
    accountAt('payments').as('account'),
    invoiceAt('payments').as('invoice'),
  ])
}

/** The invoice of a row, as a subquery; null if it has none. */
export const invoiceAt = (table: string) => sql<Static<typeof Payment>['invoice']>`(
  select jsonb_build_object('id', i.id, 'invoice_number', i.invoice_number) from invoices i
  where i.id = ${sql.ref(`${table}.invoice_id`)})`
