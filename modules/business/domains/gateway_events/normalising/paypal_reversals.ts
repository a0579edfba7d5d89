import type { DisputeData, RefundData } from '../notices.ts'
import { moneyOfPaypal } from './money.ts'
import { type NormalisedEvent, skipped } from './normalised.ts'
import { isoTimeAt, ownIdAt, textAt, valueAt } from './reading.ts'

const refundStatuses: Record<string, RefundData['status']> = {
  ...{ completed: 'succeeded', pending: 'pending', failed: 'failed', cancelled: 'failed' },
}

export function paypalRefund(resource: unknown): NormalisedEvent {
  const external_id = textAt(resource, 'id')
  const charge_id = chargeOf(resource)
  const money = moneyTaken(valueAt(resource, 'amount'))
  const status = (textAt(resource, 'status') ?? textAt(resource, 'state') ?? '').toLowerCase()
  if (!external_id || !charge_id || !money || !Object.hasOwn(refundStatuses, status)) {
    return skipped('not_readable')
  }
  const refund_data = {
    ...{ ...money, external_id, charge_id, status: refundStatuses[status] ?? 'pending' },
    refund_id: ownIdAt(resource, 'custom_id') ?? ownIdAt(resource, 'custom'),
  }
  return { verb: 'refund', refund_data }
}

/** The bank or PayPal took the money back. The event does not name the dispute, and is about a refund or the capture itself. */
export function paypalReversal(resource: unknown): NormalisedEvent {
  const charge_id = chargeOf(resource) ?? textAt(resource, 'id')
  const money = moneyTaken(valueAt(resource, 'amount'))
  if (!charge_id || !money) return skipped('not_readable')
  const dispute_data = {
    ...{ ...money, charge_id, external_id: null, status: 'open' as const },
    ...{ fee_cents: 0, reason: 'reversed' },
  }
  return { verb: 'dispute', dispute_data }
}

/** Buyers can ask the seller first, which is an inquiry and takes no money unless they are given it. */
export function paypalDispute(resource: unknown): NormalisedEvent {
  const external_id = textAt(resource, 'dispute_id')
  const charge_id = textAt(resource, 'disputed_transactions', 0, 'seller_transaction_id')
  const money = moneyTaken(valueAt(resource, 'dispute_amount'))
  if (!external_id || !charge_id || !money) return skipped('not_readable')
  const isInquiry = textAt(resource, 'dispute_life_cycle_stage') === 'INQUIRY'
  const status = disputeStatus(resource, isInquiry)
  if (isInquiry && status !== 'lost') return skipped('no_money_moved')
  const dispute_data = {
    ...{ ...money, charge_id, external_id, status, fee_cents: 0 },
    reason: textAt(resource, 'reason')?.toLowerCase() ?? 'other',
    evidence_due_at: isoTimeAt(resource, 'seller_response_due_date'),
  }
  return { verb: 'dispute', dispute_data }
}

/** A seller who accepts an inquiry pays back with a refund, which has an event of its own. */
function disputeStatus(resource: unknown, isInquiry: boolean): DisputeData['status'] {
  if (textAt(resource, 'status') !== 'RESOLVED') return 'open'
  const outcome = textAt(resource, 'dispute_outcome', 'outcome_code')
  const isLost = outcome === 'RESOLVED_BUYER_FAVOUR' || (outcome === 'ACCEPTED' && !isInquiry)
  return isLost ? 'lost' : 'won'
}

/** The capture or sale that a refund or reversal is of. */
function chargeOf(resource: unknown): string | null {
  const sale = textAt(resource, 'sale_id')
  if (sale) return sale
  const links = valueAt(resource, 'links')
  const up = Array.isArray(links) && links.find((link) => textAt(link, 'rel') === 'up')
  return textAt(up, 'href')?.match(/\/captures\/([\w-]+)$/)?.[1] ?? null
}

/** Reversals of sales have negative amounts. */
function moneyTaken(amount: unknown) {
  const total = textAt(amount, 'total')?.replace(/^-/, '')
  const money = moneyOfPaypal(total ? { total, currency: textAt(amount, 'currency') } : amount)
  return money && money.amount_cents > 0 ? money : undefined
}
