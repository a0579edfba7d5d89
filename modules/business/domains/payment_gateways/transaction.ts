import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Flag,
  Nullable,
  type QueryValues,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { accountAt } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { invoiceAt, Payment } from '../payments/payment.ts'
import { requireGateway } from './gateway.ts'

const { id, account, invoice, amount_cents, refunded_cents, currency, status } = Payment.properties
const { external_id, failure_reason, processed_at, created_at } = Payment.properties

/** A payment as the gateway accounts for it. */
export const GatewayTransaction = Shape('GatewayTransaction', {
  id,
  account,
  invoice,
  livemode: Flag('Whether real money moved'),
  amount_cents,
  fee_cents: Nullable(Cents('What the gateway keeps; null while it is unknown', 130)),
  net_cents: Nullable(Cents('Amount less the fee; null while the fee is unknown', 3321)),
  refunded_cents,
  currency,
  status,
  external_id,
  failure_reason,
  processed_at,
  created_at,
})

export const TransactionFilters = {
  status,
  created_after: Time('Only those created at or after this time'),
  created_before: Time('Only those created before this time'),
}

type Filters = QueryValues<typeof TransactionFilters>

/** The payments of every account with one gateway. */
export function listTransactions(ctx: Ctx, name: string, page: PageRequest, filters: Filters) {
  let query = ctx
    .acrossAccounts('admin.payment_gateways.read')
    .selectFrom('payments')
    .where('gateway', '=', requireGateway(name))
    .select([
      'id',
      'livemode',
      'amount_cents',
      'fee_cents',
      sql<number | null>`amount_cents - fee_cents`.as('net_cents'),
      'refunded_cents',
      'currency',
      'status',
      'external_id',
      'failure_reason',
      'processed_at',
      'created_at',
      accountAt('payments').as('account'),
      invoiceAt('payments').as('invoice'),
    ])
  if (filters.status) query = query.where('status', '=', filters.status)
  if (filters.created_after) query = query.where('created_at', '>=', filters.created_after)
  if (filters.created_before) query = query.where('created_at', '<', filters.created_before)
  return paginate(ctx, query, page, 'payments')
}
