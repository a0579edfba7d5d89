import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
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
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { GatewayName } from '../../gateways/port.ts'
import { Cents } from '../invoices/line.ts'
import { Payment } from '../payments/payment.ts'
import { Currency } from '../plans/plan.ts'

const MAX_DAYS = 93

export const LocalPayment = Shape('ReconciliationPayment', {
  id: Id('The payment'),
  account_id: Id('Its account'),
  invoice_id: Nullable(Id('The invoice that it paid')),
  amount_cents: Cents('Amount', 3451),
  fee_cents: Nullable(Cents('What the gateway kept of it; null while unknown', 130)),
  currency: Currency,
  status: Payment.properties.status,
  external_id: Payment.properties.external_id,
  intent_id: Nullable(
    Text(255, { description: 'Payment intent or order at the gateway', examples: ['pi_3Q2w3E'] }),
  ),
  livemode: Payment.properties.livemode,
  matched: Flag('Whether the gateway has listed it'),
  metadata: Dictionary('Ids that were sent to the gateway with it', [
    { payment_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90' },
  ]),
  created_at: Time('When it was started'),
})

export const LocalPaymentFilters = {
  start_date: Time('Started at this time or later'),
  end_date: Time('Started at this time or earlier, at most 93 days after `start_date`'),
}

/**
 * The payments received with a gateway that were started in a range of at most 93 days; 422 for any other range. Those that were
 * started at the time of a test clock have another time at the gateway, so no day of it is looked through for them.
 */
export function listLocalPayments(
  ctx: PlatformCtx,
  gateway: GatewayName,
  page: PageRequest,
  filters: QueryValues<typeof LocalPaymentFilters>,
) {
  const { start, end } = requireRange(filters)
  const received = ctx
    .acrossAccounts({ because: 'payments of all accounts are compared with the gateway' })
    .selectFrom('payments')
    .select(['id', 'account_id', 'invoice_id', 'amount_cents', 'fee_cents', 'currency', 'status'])
    .select(['external_id', 'intent_id', 'livemode', 'created_at'])
    .select([
      sql<boolean>`exists (select from reconciled_payments r where r.id = payments.id)`.as(
        'matched',
      ),
      sql<Record<string, unknown>>`jsonb_strip_nulls(jsonb_build_object('payment_id', payments.id,
        'account_id', payments.account_id, 'invoice_id', payments.invoice_id))`.as('metadata'),
    ])
    .where('gateway', '=', gateway)
    .where(
      sql<boolean>`not exists (select from test_clocks c
        where c.account_id = payments.account_id and c.created_at <= payments.created_at)`,
    )
    .where('status', 'in', ['succeeded', 'partially_refunded', 'refunded'])
    .where('created_at', '>=', start)
    .where('created_at', '<=', end)
  return paginate(ctx, received, page, 'payments')
}

function requireRange({ start_date, end_date }: QueryValues<typeof LocalPaymentFilters>) {
  if (!start_date || !end_date) throw fail.with('validation_error')
  if (start_date > end_date) throw fail.invalid({ start_date: ['must not be after end_date'] })
  if (end_date.getTime() - start_date.getTime() > MAX_DAYS * DAY_MS) {
    throw fail.invalid({ end_date: [`must be at most ${MAX_DAYS} days after start_date`] })
  }
  return { start: start_date, end: end_date }
}
