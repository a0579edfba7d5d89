import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { PaymentRow } from './locking.ts'
import { paymentStream } from './payment.ts'

type Change =
  | 'created'
  | 'requires_action'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'unmatched'
  | 'settled'

/** Changes whose events have no fields of their own. */
const plain = ['succeeded', 'requires_action', 'cancelled', 'settled'] as const
const isPlain = (change: Change): change is (typeof plain)[number] =>
  (plain as readonly Change[]).includes(change)

/**
 * Records a change of a payment in the audit log, and notifies webhooks and the channel of it. `expected` is what was asked
 * of the person, if something else was paid.
 */
export async function announcePayment(
  tx: Tx,
  change: Change,
  payment: PaymentRow,
  expected: Pick<PaymentRow, 'amount_cents' | 'currency'> = payment,
): Promise<void> {
  const { id, invoice_id, status, amount_cents, currency, gateway } = payment
  const { attempt, on_session } = payment
  const failure = {
    failure_code: payment.failure_code ?? 'unknown',
    decline_kind: payment.decline_kind ?? 'soft',
    failure_reason: payment.failure_reason ?? 'The payment failed',
  }
  const base = { id, invoice_id, status, amount_cents, currency, gateway }
  const due = { expected_amount_cents: expected.amount_cents, expected_currency: expected.currency }
  await tx.audit(`payment.${change}`, id, {
    new: {
      ...base,
      ...(change === 'failed' && failure),
      ...(change === 'unmatched' && due),
      reference: payment.external_id,
    },
  })
  if (isPlain(change)) {
    await tx.emit(`payment.${change}`, base)
  } else if (change === 'failed') {
    await tx.emit('payment.failed', { ...base, ...failure, attempt, on_session })
  } else if (change === 'unmatched') {
    await tx.emit('payment.unmatched', { ...base, ...due })
  }
  await tx.broadcast(paymentStream(tx.account.id), {
    type: `payment_${change}`,
    payment: { id, status, invoice_id },
    timestamp: tx.now().toISOString(),
  })
}
