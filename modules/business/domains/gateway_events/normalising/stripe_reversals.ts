import type { DisputeData, RefundData } from '../notices.ts'
import { moneyOfStripe } from './money.ts'
import { type NormalisedEvent, skipped } from './normalised.ts'
import { integerAt, ownIdAt, secondsAt, textAt, valueAt } from './reading.ts'

const refundStatuses: Record<string, RefundData['status']> = {
  ...{ succeeded: 'succeeded', failed: 'failed', canceled: 'failed' },
  ...{ pending: 'pending', requires_action: 'pending' },
}

export function stripeRefund(object: unknown): NormalisedEvent {
  const external_id = textAt(object, 'id')
  const payment = paymentOf(object)
  const status = textAt(object, 'status') ?? ''
  if (!external_id || !payment || !Object.hasOwn(refundStatuses, status)) {
    return skipped('not_readable')
  }
  const refund_data = {
    ...{ ...payment, external_id, status: refundStatuses[status] ?? 'pending' },
    refund_id: ownIdAt(object, 'metadata', 'refund_id'),
    failure_code: textAt(object, 'failure_reason'),
  }
  return { verb: 'refund', refund_data }
}

/** An inquiry takes no money. Of other disputes, the event of the withdrawal tells if this one does not. */
export function stripeDisputeBegun(object: unknown): NormalisedEvent {
  if (textAt(object, 'status')?.startsWith('warning_')) return skipped('no_money_moved')
  const isWithdrawn = valueAt(object, 'balance_transactions', 0) !== undefined
  return isWithdrawn ? stripeDispute('open', object) : skipped('redundant')
}

export function stripeDisputeClosed(object: unknown): NormalisedEvent {
  const status = textAt(object, 'status')
  if (!status) return skipped('not_readable')
  return status === 'won' || status === 'lost'
    ? stripeDispute(status, object)
    : skipped('no_money_moved')
}

export function stripeDispute(status: DisputeData['status'], object: unknown): NormalisedEvent {
  const external_id = textAt(object, 'id')
  const payment = paymentOf(object)
  if (!external_id || !payment) return skipped('not_readable')
  const dispute_data = {
    ...{ ...payment, external_id, status, fee_cents: feeOf(object, payment.currency) },
    reason: textAt(object, 'reason') ?? 'general',
    evidence_due_at: secondsAt(object, 'evidence_details', 'due_by'),
  }
  return { verb: 'dispute', dispute_data }
}

/** The fee of the withdrawal, if it is in the currency of the payment. */
function feeOf(object: unknown, currency: string): number {
  const withdrawal = valueAt(object, 'balance_transactions', 0)
  const fee = moneyOfStripe(integerAt(withdrawal, 'fee'), textAt(withdrawal, 'currency'))
  return fee?.currency === currency ? fee.amount_cents : 0
}

function paymentOf(object: unknown) {
  const intent_id = textAt(object, 'payment_intent')
  const charge_id = textAt(object, 'charge') ?? intent_id
  const money = moneyOfStripe(integerAt(object, 'amount'), textAt(object, 'currency'))
  return charge_id && money && money.amount_cents > 0
    ? { charge_id, intent_id, ...money }
    : undefined
}
