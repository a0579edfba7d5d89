import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { Cents } from '../invoices/line.ts'
import { filterPayments, Payment, PaymentFilters, selectPayments } from './payment.ts'
import { MoneySearch, matchesMoneySearch } from './searching.ts'
import { isInSuspense } from './suspense_query.ts'

/** A payment as administrators see it. */
export const AdminPayment = Shape('AdminPayment', {
  ...Payment.properties,
  fee_cents: Nullable(Cents('What the gateway keeps; null while it is unknown', 130)),
  intent_id: Nullable(
    Text(255, {
      description: 'Id of the payment intent or order at the gateway',
      examples: ['pi_3Q2w3E'],
    }),
  ),
})

export const AdminPaymentFilters = {
  ...PaymentFilters,
  gateway: Payment.properties.gateway,
  account_id: Id('Only of this account'),
  suspense: Flag('Whether to list only those of which some money is in suspense'),
  search: MoneySearch,
}

export function listAllPayments(
  ctx: PlatformCtx,
  page: PageRequest,
  filters: QueryValues<typeof AdminPaymentFilters>,
) {
  const { gateway, account_id, suspense, search } = filters
  let query = filterPayments(anyPayment(ctx), filters)
  if (gateway) query = query.where('gateway', '=', gateway)
  if (account_id) query = query.where('account_id', '=', account_id)
  if (suspense) query = query.where(isInSuspense)
  if (search) query = query.where(matchesMoneySearch('payments', search))
  return paginate(ctx, query, page, 'payments')
}

/** A payment of any account. */
export async function readAnyPayment(ctx: PlatformCtx, id: string) {
  const payment = await anyPayment(ctx).where('id', '=', id).executeTakeFirst()
  if (!payment) throw fail.notFound('payment')
  return payment
}

function anyPayment(ctx: PlatformCtx) {
  const all = ctx.acrossAccounts('admin.payments.read').selectFrom('payments')
  return selectPayments(all).select(['fee_cents', 'intent_id'])
}
