import { formatMoney } from '~/ui/format'
import type { AdminPayment, GatewayCall } from './admin_queries'
import type { Payment } from './queries'

/** What a payment is for. */
export const purposeOf = ({ invoice }: Pick<Payment, 'invoice'>): string =>
  invoice ? `Invoice ${invoice.invoice_number}` : 'Credit'

/** The same within a sentence. */
export const purposeInSentence = (payment: Pick<Payment, 'invoice'>): string => {
  const purpose = purposeOf(payment)
  return `${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}`
}

/** Whether the money arrived, whatever became of it. */
export const isReceived = ({ status }: Pick<Payment, 'status'>): boolean =>
  status === 'succeeded' || status === 'partially_refunded' || status === 'refunded'

/** What came of a payment, in words for who pays. */
export function outcomeOf(payment: Payment): string | null {
  const { status, failure_reason, decline_kind, suspense_cents, currency } = payment
  switch (status) {
    case 'failed':
      return decline_kind === 'technical'
        ? 'The payment gateway could not make this payment. Nothing was charged.'
        : `${failure_reason ?? 'The payment failed.'} Nothing was charged.`
    case 'succeeded':
    case 'partially_refunded':
      return suspense_cents > 0
        ? `${formatMoney(suspense_cents, currency)} of it is not what was due. The seller decides what it is for.`
        : null
    case 'requires_action':
      return 'You must approve this payment.'
    case 'pending':
    case 'processing':
      return 'The payment gateway has not said yet what happened. You are not charged twice.'
    default:
      return null
  }
}

/** What administrators should know about a payment that was not received; null for one that was. */
export function failureOf({
  status,
  failure_reason,
}: Pick<Payment, 'status' | 'failure_reason'>): string | null {
  switch (status) {
    case 'failed':
    case 'cancelled':
      return failure_reason
    case 'requires_action':
      return 'The account must approve this payment. It is cancelled if nobody does for a day.'
    case 'pending':
    case 'processing':
      return 'The gateway has not said yet what happened. It is asked again until it does; nothing is charged twice.'
    default:
      return null
  }
}

/** Why money of a payment is in suspense, and what to do; null if none is. */
export function suspenseInWords({
  suspense_cents,
  invoice,
}: Pick<AdminPayment, 'suspense_cents' | 'invoice'>): string | null {
  if (suspense_cents === 0) return null
  if (suspense_cents < 0) {
    return 'More was paid back at the gateway than could be credited. Nothing here can take it back: agree with the account, and correct its next invoice.'
  }
  return invoice
    ? 'This is not the amount, or not the currency, that was due for the invoice. Settle it, or refund it.'
    : 'This is not the amount, or not the currency, that was asked for. Settle it, or refund it.'
}

export const operationLabels: Record<GatewayCall['operation'], string> = {
  create_customer: 'Create customer',
  start_setup: 'Begin to add a payment method',
  finish_setup: 'Finish adding a payment method',
  attach: 'Add payment method',
  detach: 'Remove payment method',
  prepare: 'Prepare payment',
  confirm: 'Charge',
  capture: 'Take approved payment',
  look_up: 'Ask what became of the payment',
  cancel: 'Cancel payment',
  refund: 'Refund',
  look_up_refund: 'Ask what became of the refund',
}
