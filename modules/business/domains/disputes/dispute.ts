import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
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
import { gateways } from '../../gateways/port.ts'
import { AccountName, accountAt } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { invoiceAt, Payment } from '../payments/payment.ts'
import { MoneySearch, matchesMoneySearch } from '../payments/searching.ts'
import { Currency } from '../plans/plan.ts'

export const Dispute = Shape('Dispute', {
  id: Id(),
  account: AccountName,
  payment_id: Id('The payment that is disputed'),
  invoice: Payment.properties.invoice,
  gateway: Choice(gateways, 'Payment gateway'),
  external_id: Text(255, { description: 'Id at the gateway', examples: ['dp_1Q2w3E'] }),
  amount_cents: Cents('What the gateway took back', 3451),
  fee_cents: Cents('What the gateway charges for it', 1500),
  currency: Currency,
  status: Choice(['open', 'won', 'lost'], 'Won: the gateway returned the money'),
  reason: Text(255, { description: 'What the customer says', examples: ['fraudulent'] }),
  evidence_due_at: Nullable(Time('Until when the gateway takes evidence')),
  closed_at: Nullable(Time('When it was won or lost')),
  created_at: Time('When it was opened'),
  updated_at: Time('When it last changed'),
})

export const DisputeFilters = {
  status: Dispute.properties.status,
  payment_id: Id('Only of this payment'),
  account_id: Id('Only of this account'),
  search: MoneySearch,
}

/** The disputes of every account. */
export function listDisputes(
  ctx: PlatformCtx,
  page: PageRequest,
  { status, payment_id, account_id, search }: QueryValues<typeof DisputeFilters>,
) {
  let query = ctx
    .acrossAccounts('admin.payments.read')
    .selectFrom('disputes')
    .select([
      'id',
      'payment_id',
      'gateway',
      'external_id',
      'amount_cents',
      'fee_cents',
      'currency',
      'status',
      'reason',
      'evidence_due_at',
      'closed_at',
      'created_at',
      'updated_at',
      accountAt('disputes').as('account'),
      invoiceAt('disputes').as('invoice'),
    ])
  if (status) query = query.where('status', '=', status)
  if (payment_id) query = query.where('payment_id', '=', payment_id)
  if (account_id) query = query.where('account_id', '=', account_id)
  if (search) query = query.where(matchesMoneySearch('disputes', search))
  return paginate(ctx, query, page, 'disputes')
}
