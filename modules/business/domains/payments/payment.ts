import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
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
import type { GatewayName } from '../../gateways/port.ts'
import { AccountName, accountAt, InvoiceNumber } from '../invoices/invoice.ts'
import { Cents } from '../invoices/line.ts'
import { PaymentMethod } from '../payment_methods/payment_method.ts'
import { Currency } from '../plans/plan.ts'
import { paymentStatuses } from './statuses.ts'
import { suspenseOf } from './suspense_query.ts'

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
  suspense_cents: Cents(
    'The part that was received but is not what was due, until the seller settles it; below zero if more was paid back',
    0,
  ),
  currency: Currency,
  status: Choice(
    paymentStatuses,
    'Pending and processing have no outcome yet; with requires_action, a person must approve the payment',
  ),
  payment_method: Nullable(
    Shape({
      id: Id(),
      payment_type: PaymentMethod.properties.payment_type,
      brand: PaymentMethod.properties.brand,
      last_four: PaymentMethod.properties.last_four,
    }),
  ),
  attempt: Count('Which attempt for the invoice it is', [1]),
  on_session: Flag('Whether someone was present to approve it'),
  livemode: Flag('Whether money moved; false in the test mode of the gateway'),
  external_id: Nullable(
    Text(255, { description: 'Id at the gateway, or the reference of a manual payment' }),
  ),
  failure_code: Nullable(
    Text(100, { description: 'Code of the reason', examples: ['insufficient_funds'] }),
  ),
  decline_kind: Nullable(
    Choice(
      ['soft', 'hard', 'authentication', 'technical'],
      'Soft may succeed later, hard never with this payment method; authentication needs a person, technical is not the fault of the payment method',
    ),
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

/** The channel topic of an account's payments. */
export const paymentStream = (accountId: string) => `payments:account:${accountId}`

/** The gateway of a payment that was asked for. */
export function gatewayOfPayment({ gateway }: { gateway: GatewayName | 'manual' }): GatewayName {
  if (gateway === 'manual') throw new Error('a manual payment has no gateway')
  return gateway
}

type Filters = QueryValues<typeof PaymentFilters>

export function listPayments(ctx: Ctx, page: PageRequest, filters: Filters) {
  const own = selectPayments(ctx.own('payments').select())
  return paginate(ctx, filterPayments(own, filters), page, 'payments')
}

export async function readPayment(ctx: Ctx, id: string) {
  const payment = await selectPayments(ctx.own('payments').select())
    .where('id', '=', id)
    .executeTakeFirst()
  if (!payment) throw fail.notFound('payment')
  return payment
}

type Query<O> = SelectQueryBuilder<DB, 'payments', O>

export function filterPayments<O>(query: Query<O>, { status, invoice_id }: Filters): Query<O> {
  let filtered = query
  if (status) filtered = filtered.where('status', '=', status)
  if (invoice_id) filtered = filtered.where('invoice_id', '=', invoice_id)
  return filtered
}

export function selectPayments(query: Query<object>) {
  return query.select([
    'id',
    'gateway',
    'amount_cents',
    'refunded_cents',
    'currency',
    'status',
    'external_id',
    'attempt',
    'on_session',
    'livemode',
    'failure_code',
    'decline_kind',
    'failure_reason',
    'processed_at',
    'failed_at',
    'created_at',
    'updated_at',
    accountAt('payments').as('account'),
    suspenseOf.as('suspense_cents'),
    invoiceAt('payments').as('invoice'),
    methodAt('payments').as('payment_method'),
  ])
}

/** The invoice of a row, as a subquery; null if it has none. */
export const invoiceAt = (table: string) => sql<Static<typeof Payment>['invoice']>`(
  select jsonb_build_object('id', i.id, 'invoice_number', i.invoice_number) from invoices i
  where i.id = ${sql.ref(`${table}.invoice_id`)})`

/** The payment method of a row, as a subquery. */
const methodAt = (table: string) => sql<Static<typeof Payment>['payment_method']>`(
  select jsonb_build_object('id', m.id, 'payment_type', m.payment_type, 'brand', m.brand, 'last_four', m.last_four)
  from payment_methods m where m.id = ${sql.ref(`${table}.payment_method_id`)})`
