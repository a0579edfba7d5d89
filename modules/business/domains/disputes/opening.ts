import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { post } from '../ledger/entry.ts'
import { lockPayment } from '../payments/locking.ts'
import { gatewayOfPayment } from '../payments/payment.ts'
import { isReceived } from '../payments/statuses.ts'
import { announceDispute } from './announcing.ts'

interface NewDispute {
  payment_id: string
  /** Its id at the gateway. */
  external_id: string
  /** What the gateway took back, more than 0. */
  amount_cents: number
  currency: string
  /** What the gateway charges for it; 0 if nothing. */
  fee_cents: number
  reason: string
  evidence_due_at: Date | null
}

/**
 * Records that a customer disputes a payment and that the gateway took the money back, once for each id at the gateway. The
 * invoice stays paid. 409 if the payment was not received, or in another currency.
 */
export async function openDispute(
  tx: Tx,
  { payment_id, external_id, currency: claimed, ...dispute }: NewDispute,
): Promise<void> {
  const { payment } = await lockPayment(tx, payment_id)
  tx.unaudited('a dispute that is known already changes nothing')
  const gateway = gatewayOfPayment(payment)
  const { currency, invoice_id } = payment
  if (!isReceived(payment) || claimed !== currency) {
    throw fail.with('conflict', 'This is no dispute of the payment')
  }
  const id = randomUUIDv7()
  const opened = await tx
    .own('disputes')
    .insert({
      ...{ ...dispute, id, payment_id, invoice_id, gateway, external_id, currency },
      ...{ created_at: tx.now(), updated_at: tx.now() },
    })
    .onConflict((conflict) => conflict.columns(['gateway', 'external_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!opened) return
  const { amount_cents, fee_cents } = opened
  await post(tx, {
    ...{ kind: 'dispute_opened', subject_type: 'dispute', subject_id: id, currency },
    debit: { disputed: amount_cents, gateway_fees: fee_cents },
    credit: { [`clearing:${gateway}`]: amount_cents + fee_cents },
  })
  await announceDispute(tx, 'opened', opened)
}
