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
import { CreditNote } from '../credit_notes/credit_note.ts'
import { AccountName, accountAt } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { invoiceAt, Payment } from '../payments/payment.ts'
import { MoneySearch, matchesMoneySearch } from '../payments/searching.ts'
import { Currency } from '../plans/plan.ts'

export const RefundReason = Text(500, {
  description: 'Why it is paid back, printed on the credit note',
  examples: ['Cancelled within 14 days'],
})

export const Refund = Shape('Refund', {
  id: Id(),
  account: AccountName,
  payment_id: Id('The payment that is paid back'),
  invoice: Payment.properties.invoice,
  credit_note: Nullable(Shape({ id: Id(), number: CreditNote.properties.number })),
  gateway: Payment.properties.gateway,
  livemode: Payment.properties.livemode,
  destination: Choice(
    ['method', 'balance'],
    'Where the money goes: back to where it came from, or to the credit of the account',
  ),
  amount_cents: Cents('Amount', 5000),
  currency: Currency,
  status: Choice(
    ['pending', 'succeeded', 'failed'],
    'Pending has no outcome yet; the money of a failed one became credit of the account',
  ),
  reason: RefundReason,
  external_id: Nullable(
    Text(255, { description: 'Id at the gateway, or the reference of a manual refund' }),
  ),
  failure_code: Nullable(
    Text(255, { description: 'Code of the reason', examples: ['expired_or_canceled_card'] }),
  ),
  processed_at: Nullable(Time('When the money was paid back')),
  failed_at: Nullable(Time('When it failed')),
  created_at: Time('When it was requested'),
  updated_at: Time('When it last changed'),
})

export const RefundFilters = {
  payment_id: Id('Only of this payment'),
  status: Refund.properties.status,
}
export const AdminRefundFilters = {
  ...RefundFilters,
  account_id: Id('Only of this account'),
  search: MoneySearch,
}

type Filters = QueryValues<typeof AdminRefundFilters>

export function listRefunds(ctx: Ctx, page: PageRequest, filters: Filters) {
  return paginate(ctx, filtered(ctx.own('refunds').select(), filters), page, 'refunds')
}

export function listAllRefunds(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const all = ctx.acrossAccounts('admin.payments.read').selectFrom('refunds')
  return paginate(ctx, filtered(all, filters), page, 'refunds')
}

export async function readRefund(ctx: Ctx, id: string): Promise<Static<typeof Refund>> {
  const refund = await selectRefunds(ctx.own('refunds').select())
    .where('id', '=', id)
    .executeTakeFirst()
  if (!refund) throw fail.notFound('refund')
  return refund
}

function filtered(from: Query<object>, { payment_id, status, account_id, search }: Filters) {
  let query = selectRefunds(from)
  if (payment_id) query = query.where('payment_id', '=', payment_id)
  if (status) query = query.where('status', '=', status)
  if (account_id) query = query.where('account_id', '=', account_id)
  if (search) query = query.where(matchesMoneySearch('refunds', search))
  return query
}

type Query<O> = SelectQueryBuilder<DB, 'refunds', O>

function selectRefunds(query: Query<object>) {
  return query.select([
    'id',
    'payment_id',
    'gateway',
    'livemode',
    'destination',
    'amount_cents',
    'currency',
    'status',
    'reason',
    'external_id',
    'failure_code',
    'processed_at',
    'failed_at',
    'created_at',
    'updated_at',
    accountAt('refunds').as('account'),
    invoiceAt('refunds').as('invoice'),
    sql<Static<typeof Refund>['credit_note']>`(
      select jsonb_build_object('id', n.id, 'number', n.number) from credit_notes n
      where n.id = refunds.credit_note_id)`.as('credit_note'),
  ])
}
