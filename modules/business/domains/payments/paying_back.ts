import type { Tx } from '@powernode/server/platform/db/context.ts'
import { moveToCredited } from '../invoices/settling.ts'
import { changePayment, type lockPayment } from './locking.ts'

/**
 * Adds what was paid back to a locked payment; negative amounts came back from the bank. The invoice stays paid: what it is
 * credited replaces what was paid.
 */
export async function recordPaidBack(
  tx: Tx,
  { payment, invoice }: Awaited<ReturnType<typeof lockPayment>>,
  { amount_cents, invoiced_cents }: { amount_cents: number; invoiced_cents: number },
): Promise<void> {
  const refunded_cents = payment.refunded_cents + amount_cents
  const isAll = refunded_cents === payment.amount_cents
  const some = isAll ? 'refunded' : 'partially_refunded'
  await changePayment(tx, payment, {
    refunded_cents,
    status: refunded_cents === 0 ? 'succeeded' : some,
  })
  if (invoice && invoiced_cents !== 0) await moveToCredited(tx, invoice, invoiced_cents)
}
