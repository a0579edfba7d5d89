import type { Tx } from '@powernode/server/platform/db/context.ts'
import { post } from '../ledger/entry.ts'
import { changePayment, type PaymentRow } from './locking.ts'

/** Posts what the gateway keeps of a received payment, once it is known. Gateways may tell it long afterwards. */
export async function recordFee(
  tx: Tx,
  payment: PaymentRow,
  fee_cents: number | null,
): Promise<void> {
  if (fee_cents === null || payment.fee_cents !== null) return
  const { id, gateway, currency } = payment
  await changePayment(tx, payment, { fee_cents })
  await post(tx, {
    kind: 'fee_known',
    subject_type: 'payment',
    subject_id: id,
    currency,
    debit: { gateway_fees: fee_cents },
    credit: { [`clearing:${gateway}`]: fee_cents },
  })
}
