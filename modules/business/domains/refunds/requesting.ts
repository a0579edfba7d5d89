import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Choice, Shape, Title } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { enqueueCall } from '../gateway_calls/call.ts'
import { MAX_SUM_CENTS } from '../invoices/line.ts'
import { lockPayment, type PaymentRow } from '../payments/locking.ts'
import { gatewayOfPayment } from '../payments/payment.ts'
import { isReceived } from '../payments/statuses.ts'
import type { RefundRow } from './announcing.ts'
import { divideRefund, type Refundable, refundableOf } from './dividing.ts'
import { insertRefund } from './inserting.ts'
import { RefundReason, readRefund } from './refund.ts'
import { settleRefund } from './settling.ts'

export const NewRefund = Shape('NewRefund', {
  amount_cents: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 2 * MAX_SUM_CENTS,
      description: 'Amount with tax; by default, all that can be paid back',
      examples: [5000],
    }),
  ),
  reason: RefundReason,
  to: Choice(
    ['method', 'balance'],
    'Back to where the money came from, or to the credit of the account',
  ),
  reference: Type.Optional(
    Title(255, {
      description: 'For manual payments that are paid back: where the money can be found',
      examples: ['Bank transfer of 27 November'],
    }),
  ),
})

type Input = Static<typeof NewRefund>

/**
 * Pays back a payment of any account, or a part of it. What paid an invoice is credited first. The gateway is asked afterwards, so
 * that the refund is pending at first; one to the balance and one of a manual payment have succeeded. 409 for a payment that was
 * not received, 422 for more than can be paid back.
 */
export async function requestRefund(ctx: Ctx, paymentId: string, input: Input) {
  const accountCtx = ctx.inAccount(await accountOfPayment(ctx, paymentId))
  const id = await accountCtx.transaction(async (tx) => {
    const { payment, invoice } = await lockPayment(tx, paymentId)
    requireRefundable(payment, input)
    const refundable = await refundableOf(tx, payment, invoice)
    const amount_cents = requireAmount(input, refundable)
    const parts =
      input.to === 'balance'
        ? { suspended_cents: 0, credited_cents: 0, invoiced_cents: amount_cents }
        : divideRefund(amount_cents, refundable)
    const { to: destination, reason, reference } = input
    const refund = await insertRefund(tx, payment, invoice, { destination, reason, parts })
    if (destination === 'balance') return refund.id
    if (reference) await settleRefund(tx, refund, { status: 'succeeded', external_id: reference })
    else await askForRefund(tx, payment, refund)
    return refund.id
  })
  return readRefund(accountCtx, id)
}

async function accountOfPayment(ctx: PlatformCtx, id: string): Promise<string> {
  const payment = await ctx
    .acrossAccounts('admin.payments.refund')
    .selectFrom('payments')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!payment) throw fail.notFound('payment')
  return payment.account_id
}

function requireRefundable(payment: PaymentRow, { to, reference }: Input): void {
  if (!isReceived(payment)) {
    throw fail.with('invalid_transition', 'Only a payment that was received can be paid back')
  }
  const isManual = payment.gateway === 'manual' && to === 'method'
  if (isManual && !reference) throw fail.invalid({ reference: ['is required'] })
  if (!isManual && reference) throw fail.invalid({ reference: ['is only for manual payments'] })
  if (to === 'method' && !payment.external_id) {
    throw fail.with('invalid_transition', 'The gateway has not said yet where this money is')
  }
}

function requireAmount({ amount_cents, to }: Input, refundable: Refundable): number {
  const { total_cents, invoiced_cents, credited_cents, suspended_cents } = refundable
  const parts =
    to === 'balance' ? invoiced_cents : invoiced_cents + credited_cents + suspended_cents
  const most = Math.min(total_cents, parts)
  if (most === 0) throw fail.invalid({ amount_cents: ['nothing is left to pay back'] })
  if (amount_cents === undefined || amount_cents <= most) return amount_cents ?? most
  throw fail.invalid({ amount_cents: [`must be at most ${most}, which is left to pay back`] })
}

async function askForRefund(tx: Tx, payment: PaymentRow, refund: RefundRow): Promise<void> {
  const { id, amount_cents, currency, livemode } = refund
  const { intent_id, external_id } = payment
  if (!external_id) throw new Error('a refund needs the id of what was charged')
  await enqueueCall(tx, {
    ...{ gateway: gatewayOfPayment(payment), livemode, operation: 'refund' },
    ...{ subject_type: 'refund', subject_id: id },
    request: { refund_id: id, intent_id, external_id, amount_cents, currency },
    idempotency_key: `refund_${id}`,
  })
}
