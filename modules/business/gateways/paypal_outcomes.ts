import type { ResultOf } from './operations.ts'
import { declined, rejected, STILL_RUNNING, STOPPED, succeeded, unreachable } from './outcome.ts'
import { centsFromPaypal, type PaypalMoney } from './paypal_amount.ts'
import { NoAnswerError, PaypalError } from './paypal_request.ts'
import type { DeclineKind, GatewayOutcome } from './port.ts'

type Charged = ResultOf<'confirm'>

export interface PaypalLink {
  href: string
  rel: string
}

export interface PaypalCapture {
  id: string
  status: 'COMPLETED' | 'DECLINED' | 'PARTIALLY_REFUNDED' | 'PENDING' | 'REFUNDED' | 'FAILED'
  status_details?: { reason?: string }
  amount: PaypalMoney
  seller_receivable_breakdown?: { paypal_fee?: PaypalMoney }
}

export interface PaypalOrder {
  id: string
  status: 'CREATED' | 'SAVED' | 'APPROVED' | 'VOIDED' | 'COMPLETED' | 'PAYER_ACTION_REQUIRED'
  purchase_units?: { payments?: { captures?: PaypalCapture[] } }[]
  links?: PaypalLink[]
}

/** Issues that mean that the payer's money was refused. */
const declines = new Map<string, DeclineKind>([
  ['INSTRUMENT_DECLINED', 'soft'],
  ['PAYER_CANNOT_PAY', 'soft'],
  ['TRANSACTION_REFUSED', 'soft'],
  ['TRANSACTION_BLOCKED_BY_PAYEE', 'soft'],
  ['REDIRECT_PAYER_FOR_ALTERNATE_FUNDING', 'soft'],
  ['MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED', 'soft'],
  ['CARD_EXPIRED', 'hard'],
  ['CARD_CLOSED', 'hard'],
  ['PAYER_ACCOUNT_RESTRICTED', 'hard'],
  ['PAYER_ACCOUNT_LOCKED_OR_CLOSED', 'hard'],
  ['AGREEMENT_ALREADY_CANCELLED', 'hard'],
  ['BILLING_AGREEMENT_NOT_FOUND', 'hard'],
  ['TOKEN_ID_NOT_FOUND', 'hard'],
  ['PAYER_ACTION_REQUIRED', 'authentication'],
])

/** What an error of the client means. Other errors are ours, and thrown. */
export function paypalFailure(error: unknown, signal: AbortSignal): GatewayOutcome<never> {
  if (signal.aborted) return unreachable(STOPPED)
  if (error instanceof NoAnswerError) return unreachable(error.message)
  if (!(error instanceof PaypalError)) throw error
  const { status, issue, message } = error
  if (status === 409) return unreachable(STILL_RUNNING)
  if (status >= 500 || status === 429 || status === 408) return unreachable(message)
  if (status === 401)
    return rejected('invalid_credentials', 'PayPal does not know these credentials')
  if (status === 404) return { kind: 'not_found' }
  // The reference of an attempt is used once, so this attempt was charged and its answer was lost.
  if (issue === 'DUPLICATE_INVOICE_ID') return { kind: 'processing', intent_id: null }
  const code = issue.toLowerCase()
  const decline = declines.get(issue)
  return decline ? declined(decline, code, message) : rejected(code, message)
}

/** What became of a payment. */
export function orderOutcome(order: PaypalOrder): GatewayOutcome<Charged> {
  const { id: intent_id, status } = order
  const capture = order.purchase_units?.[0]?.payments?.captures?.at(-1)
  if (capture) return captureOutcome(intent_id, capture)
  if (status === 'VOIDED') return rejected('cancelled', 'The payment was cancelled')
  const url = approvalLink(order.links)
  return {
    kind: 'action_needed',
    intent_id,
    client_secret: null,
    url: status === 'APPROVED' ? null : url,
  }
}

function captureOutcome(intent_id: string, capture: PaypalCapture): GatewayOutcome<Charged> {
  const { id: external_id, status, amount } = capture
  if (status === 'PENDING') return { kind: 'processing', intent_id }
  if (status === 'DECLINED' || status === 'FAILED') {
    const code = (capture.status_details?.reason ?? 'INSTRUMENT_DECLINED').toLowerCase()
    return declined('soft', code, 'PayPal declined the payment')
  }
  const fee = capture.seller_receivable_breakdown?.paypal_fee
  const sameCurrency = fee?.currency_code === amount.currency_code
  return succeeded({
    intent_id,
    external_id,
    amount_cents: centsFromPaypal(amount),
    currency: amount.currency_code,
    fee_cents: fee && sameCurrency ? centsFromPaypal(fee) : null,
  })
}

/** Where the payer agrees. */
export const approvalLink = (links: PaypalLink[] = []) =>
  links.find(({ rel }) => rel === 'payer-action' || rel === 'approve')?.href ?? null
