import type { Option } from '~/ui/list/state'
import type { BillingEntry } from './queries'

type Entry = Pick<BillingEntry, 'type' | 'number' | 'invoice' | 'status' | 'description'>

/** The kinds of entries, for the filter. */
export const kindsOfEntries: Option<BillingEntry['type']>[] = [
  { value: 'invoice', label: 'Invoices' },
  { value: 'payment', label: 'Payments' },
  { value: 'refund', label: 'Refunds' },
  { value: 'dispute', label: 'Disputes' },
  { value: 'credit_note', label: 'Credit notes' },
  { value: 'credit', label: 'Credit' },
  { value: 'credit_expired', label: 'Expired credit' },
]

/** What an entry is: "Refund for INV-202611-0042". */
export function entryInWords({ type, number, invoice, status }: Entry): string {
  const ofInvoice = invoice ? ` for ${invoice.invoice_number}` : ''
  switch (type) {
    case 'invoice':
      return `Invoice ${number}`
    case 'payment':
      return invoice ? `Payment${ofInvoice}` : 'Payment that became credit'
    case 'refund':
      return status === 'failed' ? `Refund${ofInvoice} that became credit` : `Refund${ofInvoice}`
    case 'dispute':
      return `Disputed payment${ofInvoice}`
    case 'credit_note':
      return `Credit note ${number}${ofInvoice}`
    case 'credit':
      return 'Credit'
    case 'credit_expired':
      return 'Credit that expired'
  }
}

/** The displayed state of an entry, as its own page shows it. */
export function stateOfEntry({ type, status }: Pick<Entry, 'type' | 'status'>): string {
  if (type === 'invoice' && (status === 'open' || status === 'void')) return `invoice_${status}`
  return type === 'dispute' && status === 'open' ? 'dispute_open' : status
}

/** Why, in words; codes of banks and gateways without underscores. */
export const reasonOfEntry = ({ type, description }: Pick<Entry, 'type' | 'description'>) =>
  (type === 'dispute' ? description?.replaceAll('_', ' ') : description) ?? '–'
