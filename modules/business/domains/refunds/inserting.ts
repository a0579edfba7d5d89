import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { takeBackCredit } from '../credit_grants/credit.ts'
import { creditRefund } from '../credit_notes/crediting.ts'
import type { LockedInvoice } from '../invoices/announcing.ts'
import { post } from '../ledger/entry.ts'
import type { PaymentRow } from '../payments/locking.ts'
import { announceRefund, type RefundRow } from './announcing.ts'
import type { Parts } from './dividing.ts'

export interface NewRefundRow {
  destination: DB['refunds']['destination']
  reason: string
  parts: Parts
  external_id?: string
}

/**
 * Records a refund of a locked payment before any money moves: a credit note for what paid the invoice, and credit is taken back.
 * One to the balance has succeeded with that.
 */
export async function insertRefund(
  tx: Tx,
  payment: PaymentRow,
  invoice: LockedInvoice | undefined,
  { destination, reason, parts, external_id }: NewRefundRow,
): Promise<RefundRow> {
  const { invoiced_cents, credited_cents, suspended_cents } = parts
  const { currency, gateway, livemode } = payment
  const id = randomUUIDv7()
  const now = tx.now()
  const amount_cents = invoiced_cents + credited_cents + suspended_cents
  if (credited_cents > 0) await takeBackCredit(tx, payment.id, credited_cents)
  await post(tx, {
    ...{ kind: 'refund_requested', subject_type: 'refund', subject_id: id, currency },
    debit: { suspense: suspended_cents, credit_balance: credited_cents },
    credit: { refunds_payable: suspended_cents + credited_cents },
  })
  const note = { amount_cents: invoiced_cents, description: reason, to: destination }
  const credit_note_id =
    invoice && invoiced_cents > 0 ? await creditRefund(tx, invoice, note) : null
  const isDone = destination === 'balance'
  const refund = await tx
    .own('refunds')
    .insert({
      ...{ id, payment_id: payment.id, invoice_id: payment.invoice_id, credit_note_id },
      ...{ gateway, livemode, destination, amount_cents, invoiced_cents, credited_cents, currency },
      ...{ status: isDone ? 'succeeded' : 'pending', reason, external_id: external_id ?? null },
      ...{ processed_at: isDone ? now : null, created_at: now, updated_at: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await announceRefund(tx, 'created', refund)
  return refund
}
