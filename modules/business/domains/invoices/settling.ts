import type { Tx } from '@powernode/server/platform/db/context.ts'
import { announce, type LockedInvoice } from './announcing.ts'

/**
 * Adds a payment or a credit note to a locked invoice, which is paid once nothing is due. The caller posts the entry to the
 * ledger, and has checked that no more than what is due is added.
 */
export async function settle(
  tx: Tx,
  invoice: LockedInvoice,
  { paid = 0, credited = 0, at }: { paid?: number; credited?: number; at: Date },
): Promise<void> {
  const isPaid = invoice.amount_due_cents === paid + credited
  await tx
    .own('invoices')
    .update({
      amount_paid_cents: invoice.amount_paid_cents + paid,
      credited_cents: invoice.credited_cents + credited,
      ...(isPaid && { status: 'paid', paid_at: at }),
      updated_at: tx.now(),
    })
    .where('id', '=', invoice.id)
    .execute()
  if (isPaid) await announce(tx, 'paid', invoice.id, invoice)
}

/** Counts an amount that was paid back as credited instead of paid, so that nothing becomes due. */
export async function moveToCredited(tx: Tx, { id }: LockedInvoice, cents: number): Promise<void> {
  await tx
    .own('invoices')
    .update({ updated_at: tx.now() })
    .set((eb) => ({
      amount_paid_cents: eb('amount_paid_cents', '-', cents),
      credited_cents: eb('credited_cents', '+', cents),
    }))
    .where('id', '=', id)
    .execute()
}
