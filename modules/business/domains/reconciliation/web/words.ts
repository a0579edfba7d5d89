import { gatewayLabel } from '~/payments'
import type { Comparison, Difference } from './queries'

export const gatewayLabels: Record<Comparison['gateway'], string> = {
  stripe: gatewayLabel('stripe'),
  paypal: gatewayLabel('paypal'),
  all: 'All gateways',
}

export const differenceLabels: Record<Difference['type'], string> = {
  missing_payment: 'Missing here',
  missing_provider_payment: 'Missing at the gateway',
  duplicate_payment: 'Paid twice',
  amount_mismatch: 'Other amount',
  status_mismatch: 'Other status',
  unknown_transaction: 'Unknown charge',
}

/** What a person can do about a difference. */
export function adviceFor({ type, payment }: Pick<Difference, 'type' | 'payment'>): string {
  switch (type) {
    case 'missing_payment':
      return payment
        ? 'The gateway received it. It was recorded here, unless its currency is not offered.'
        : 'The gateway received it for an account. Find out what it was for, then record or refund it.'
    case 'missing_provider_payment':
      return 'Look for it in the dashboard of the gateway, also in the other of test and live mode.'
    case 'duplicate_payment':
      return 'Refund one of the two payments. Nothing is refunded by itself.'
    case 'amount_mismatch':
      return 'Compare both payments. What was received counts.'
    case 'status_mismatch':
      return 'Check the payment in the dashboard of the gateway, also for refunds that were made there.'
    case 'unknown_transaction':
      return 'Another system may use the same key. Dismiss it if that is known.'
  }
}
