import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { LockedInvoice } from '../invoices/announcing.ts'
import { post } from '../ledger/entry.ts'
import type { PaymentRow } from './locking.ts'

/**
 * Posts received money: what paid the invoice, what became credit, and in suspense what nobody was asked for. An invoice that
 * was written off is paid after all.
 */
export function postReceived(
  tx: Tx,
  { id, gateway, amount_cents, currency, applied_cents, credited_cents }: PaymentRow,
  invoice: Pick<LockedInvoice, 'status'> | undefined,
): Promise<void> {
  return post(tx, {
    kind: 'payment_succeeded',
    subject_type: 'payment',
    subject_id: id,
    currency,
    debit: { [`clearing:${gateway}`]: amount_cents },
    credit: {
      [invoice?.status === 'uncollectible' ? 'bad_debts' : 'receivable']: applied_cents,
      credit_balance: credited_cents,
      suspense: amount_cents - applied_cents - credited_cents,
    },
  })
}
