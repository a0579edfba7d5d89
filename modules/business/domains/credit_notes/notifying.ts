import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { LockedInvoice } from '../invoices/announcing.ts'
import { billingContacts } from '../payments/receipt.ts'
import { amountInWords } from '../subscriptions/notifications.ts'

interface IssuedCreditNote {
  id: string
  number: string
  currency: string
  total_cents: number
  description: string
  to_balance_cents: number
  to_invoice_cents: number
  to_refund_cents: number
}

/** Tells those who take care of the account’s billing what was credited, and where the amount went. */
export async function notifyOfCreditNote(
  tx: Tx,
  { id: invoice_id, invoice_number }: Pick<LockedInvoice, 'id' | 'invoice_number'>,
  { id, number, currency, total_cents, description, ...parts }: IssuedCreditNote,
): Promise<void> {
  const amount = (cents: number) => amountInWords(cents, currency)
  const { to_invoice_cents, to_balance_cents, to_refund_cents } = parts
  const went = [
    to_invoice_cents > 0 && `${amount(to_invoice_cents)} less is due for the invoice.`,
    to_balance_cents > 0 && `${amount(to_balance_cents)} is credit of your account now.`,
    to_refund_cents > 0 && `${amount(to_refund_cents)} is paid back.`,
  ].filter(Boolean)
  await tx.notify(await billingContacts(tx), {
    notification_type: 'credit_note_issued',
    title: `Credit note ${number}`,
    message: `${amount(total_cents)} of invoice ${invoice_number} was credited (${description}). ${went.join(' ')}`,
    severity: 'info',
    category: 'billing',
    action_url: `/invoices/${invoice_id}`,
    metadata: { credit_note_id: id, invoice_id },
  })
}
