import Stripe from 'stripe'
import { amountFromStripe } from '../pricing/money.ts'
import type { ResultOf } from './operations.ts'
import { rejected, STILL_RUNNING, STOPPED, succeeded, unreachable } from './outcome.ts'
import type { GatewayOutcome } from './port.ts'
import { stripeDecline } from './stripe_declines.ts'

/** What is expanded in an intent to know its money and its fee. */
export const expandedCharge = ['latest_charge.balance_transaction']

type Charged = ResultOf<'confirm'>

/** What an error of the client means. Errors that are not of Stripe are ours, and thrown. */
export function stripeFailure(error: unknown, signal: AbortSignal): GatewayOutcome<never> {
  if (signal.aborted) return unreachable(STOPPED)
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  const { statusCode: status, message, code } = error
  if (status === 409) return unreachable(STILL_RUNNING)
  const refused = status !== undefined && status < 500 && status !== 429
  if (!refused || error instanceof Stripe.errors.StripeRateLimitError) return unreachable(message)
  if (status === 401) return rejected('invalid_credentials', 'Stripe does not know this key')
  if (status === 402) return stripeDecline(error)
  if (status === 404) return { kind: 'not_found' }
  return rejected(code ?? error.rawType ?? 'invalid_request', message)
}

/** What became of a payment. */
export function intentOutcome(intent: Stripe.PaymentIntent): GatewayOutcome<Charged> {
  const { id: intent_id, last_payment_error: error } = intent
  switch (intent.status) {
    case 'succeeded':
      return succeeded(chargedBy(intent))
    case 'processing':
    case 'requires_capture':
      return { kind: 'processing', intent_id }
    case 'requires_action':
      return {
        kind: 'action_needed',
        intent_id,
        client_secret: intent.client_secret,
        url: intent.next_action?.redirect_to_url?.url ?? null,
      }
    case 'canceled':
      return rejected('cancelled', 'The payment was cancelled')
    default:
      return error ? stripeDecline(error) : rejected('not_confirmed', 'Nothing was charged yet')
  }
}

function chargedBy(intent: Stripe.PaymentIntent): Charged {
  const { latest_charge: charge } = intent
  const currency = intent.currency.toUpperCase()
  return {
    intent_id: intent.id,
    external_id: typeof charge === 'string' ? charge : (charge?.id ?? null),
    amount_cents: Number(amountFromStripe(intent.amount_received, currency)),
    currency,
    fee_cents: typeof charge === 'string' ? null : stripeFee(charge),
  }
}

/** Null while Stripe has not computed it, and if it is taken in a currency other than that of the charge. */
export function stripeFee(
  charge: Pick<Stripe.Charge, 'currency' | 'balance_transaction'> | null,
): number | null {
  const transaction = charge?.balance_transaction
  if (!charge || !transaction || typeof transaction === 'string') return null
  if (transaction.currency !== charge.currency) return null
  return Number(amountFromStripe(transaction.fee, charge.currency.toUpperCase()))
}
