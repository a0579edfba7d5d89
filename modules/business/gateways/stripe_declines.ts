import { declined } from './outcome.ts'
import type { DeclineKind, GatewayOutcome } from './port.ts'

/** What Stripe says about a decline, in the error of a request and in the last error of an intent. */
export interface StripeDecline {
  code?: string | undefined
  decline_code?: string | undefined
  advice_code?: string | undefined
  message?: string | undefined
}

// https://docs.stripe.com/declines/codes: the card is lost, stolen, expired, closed, invalid, or its owner revoked the permission.
const hard = new Set([
  'expired_card',
  'incorrect_number',
  'invalid_account',
  'invalid_expiry_month',
  'invalid_expiry_year',
  'invalid_number',
  'lost_card',
  'pickup_card',
  'revocation_of_all_authorizations',
  'revocation_of_authorization',
  'stolen_card',
  'stop_payment_order',
])

const authentication = new Set([
  'authentication_not_handled',
  'authentication_required',
  'payment_intent_authentication_failure',
  'setup_intent_authentication_failure',
])

/** Codes that are not listed are soft. */
function declineKindOf(code: string, advice: string | undefined): DeclineKind {
  if (authentication.has(code)) return 'authentication'
  return hard.has(code) || advice === 'do_not_try_again' ? 'hard' : 'soft'
}

/** Why Stripe, or the bank, declined a payment. */
export function stripeDecline(error: StripeDecline): GatewayOutcome<never> {
  const code = error.decline_code || error.code || 'card_declined'
  return declined(
    declineKindOf(code, error.advice_code),
    code,
    error.message ?? 'The payment was declined',
  )
}
