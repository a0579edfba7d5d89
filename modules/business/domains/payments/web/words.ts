import type { Payment } from './queries'

/** What a payment is for. */
export const purposeOf = ({ invoice }: Pick<Payment, 'invoice'>): string =>
  invoice ? `Invoice ${invoice.invoice_number}` : 'Credit'

/** What came of a payment, in words. */
export function outcomeOf({ status, failure_reason, decline_kind }: Payment): string | null {
  switch (status) {
    case 'failed':
      return decline_kind === 'technical'
        ? 'The payment gateway could not make this payment. Nothing was charged.'
        : (failure_reason ?? 'The payment failed.')
    case 'requires_action':
      return 'You must approve this payment.'
    case 'pending':
    case 'processing':
      return 'The payment gateway has not said yet what happened. You are not charged twice.'
    default:
      return null
  }
}
