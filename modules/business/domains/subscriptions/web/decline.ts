import type { ApiFailure } from '~/api'

/** A decline with what it means for the plan, and what to do; any other failure as it is. */
export function declineInWords(failure: ApiFailure, hasPlan: boolean): ApiFailure {
  if (failure.code !== 'payment_declined') return failure
  const effect = hasPlan ? 'Your plan has not changed.' : 'The plan waits for the payment.'
  const message = `${failure.message} ${effect} Add or choose another payment method under Billing.`
  return Object.assign(new Error(message), { ...failure, message })
}
