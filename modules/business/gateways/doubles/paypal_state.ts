import { randomBytes } from 'node:crypto'
import { formatAmount } from '../../pricing/money.ts'
import type { PaypalMoney } from '../paypal_amount.ts'
import type { DoubleClock, DoubleOptions } from './double.ts'
import { DoubleFailure } from './requests.ts'

/** How a payer behaves: `must_act` agrees to each payment, `closed` has no account any more. */
export type PaypalPayer = 'pays' | 'declines' | 'must_act' | 'closed' | 'pending'

export interface PaypalDoubleSetup {
  id: string
  status: 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'VAULTED'
  customer: { id: string }
  links: Link[]
}

export interface PaypalDoubleToken {
  id: string
  customer: { id: string }
  payment_source: {
    paypal: {
      email_address: string
      payer_id: string
      name: { given_name: string; surname: string }
      usage_type: 'MERCHANT'
    }
  }
  links: Link[]
}

export interface PaypalDoubleCapture {
  id: string
  status: 'COMPLETED' | 'DECLINED' | 'PARTIALLY_REFUNDED' | 'PENDING' | 'REFUNDED'
  amount: PaypalMoney
  custom_id: string
  invoice_id: string
  final_capture: true
  seller_receivable_breakdown: { gross_amount: PaypalMoney; paypal_fee: PaypalMoney }
  create_time: string
  update_time: string
}

export interface PaypalDoubleOrder {
  id: string
  intent: 'CAPTURE'
  status: 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED'
  create_time: string
  purchase_units: [
    {
      reference_id: 'default'
      amount: PaypalMoney
      custom_id: string
      invoice_id: string
      payments?: { captures: PaypalDoubleCapture[] }
    },
  ]
  links: Link[]
}

export interface PaypalDoubleRefund {
  id: string
  status: 'COMPLETED' | 'PENDING' | 'FAILED'
  amount: PaypalMoney
  custom_id: string
  create_time: string
  links: Link[]
}

export interface PaypalDoubleDispute {
  dispute_id: string
  reason: string
  status: string
  dispute_life_cycle_stage: string
  dispute_amount: PaypalMoney
  disputed_transactions: { seller_transaction_id: string }[]
}

export interface PaypalDoubleEvent {
  id: string
  event_version: '1.0'
  create_time: string
  event_type: string
  resource_type: string
  summary: string
  resource: unknown
}

interface Link {
  href: string
  rel: string
  method: 'GET'
}

/** What happened so far at the double of PayPal. */
export interface PaypalState {
  clock: DoubleClock
  /** Where the double listens; set once it does. */
  url: string
  feeDelayMs: number
  maxTransactions: number
  setups: Map<string, PaypalDoubleSetup>
  tokens: Map<string, PaypalDoubleToken>
  /** How payers behave, by the ids of their setup and payment tokens. */
  payers: Map<string, PaypalPayer>
  orders: Map<string, PaypalDoubleOrder>
  /** Of all captures: each is used once. */
  references: Set<string>
  /** Where payers are sent back to, by the ids of setup tokens and orders. */
  returnUrls: Map<string, string>
  captures: Map<string, { capture: PaypalDoubleCapture; orderId: string; refunded: bigint }>
  refunds: Map<string, { refund: PaypalDoubleRefund; captureId: string }>
  events: { event: PaypalDoubleEvent; delivered: boolean }[]
  webhooks: { id: string; url: string }[]
  /** When the access tokens expire, in milliseconds. */
  accessTokens: Map<string, number>
}

export const paypalState = (
  clock: DoubleClock,
  { feeDelayMs = 0, maxTransactions = 10_000 }: DoubleOptions,
): PaypalState => ({
  clock,
  url: '',
  feeDelayMs,
  maxTransactions,
  setups: new Map(),
  tokens: new Map(),
  payers: new Map(),
  orders: new Map(),
  returnUrls: new Map(),
  references: new Set(),
  captures: new Map(),
  refunds: new Map(),
  events: [],
  webhooks: [],
  accessTokens: new Map(),
})

export const paypalId = () => randomBytes(9).toString('hex').slice(0, 17).toUpperCase()

export const paypalTime = ({ clock }: PaypalState) => clock.now().toISOString().replace(/\.\d+/, '')

export const paypalLink = ({ url }: PaypalState, path: string, rel = 'self'): Link => ({
  href: `${url}${path}`,
  rel,
  method: 'GET',
})

/** A refusal, by default because PayPal understands the request and does not do it. */
export function paypalError(issue: string, status = 422, description = issue): DoubleFailure {
  const names: Record<number, string> = { 400: 'INVALID_REQUEST', 404: 'RESOURCE_NOT_FOUND' }
  return new DoubleFailure(status, {
    name: names[status] ?? 'UNPROCESSABLE_ENTITY',
    message: description,
    debug_id: paypalId(),
    details: [{ issue, description }],
  })
}

export function findPaypal<T>(objects: Map<string, T>, id: string | undefined): T {
  const found = id === undefined ? undefined : objects.get(id)
  if (!found) throw paypalError('INVALID_RESOURCE_ID', 404)
  return found
}

export const paypalValue = (amount: bigint, currency_code: string): PaypalMoney => {
  const value = formatAmount(amount, currency_code)
  const whole = ['HUF', 'TWD'].includes(currency_code)
  return { currency_code, value: whole ? value.replace(/\.00$/, '') : value }
}

export function recordPaypal(
  state: PaypalState,
  event_type: string,
  resource_type: string,
  resource: object,
): void {
  const event: PaypalDoubleEvent = {
    id: `WH-${paypalId()}-${paypalId()}`,
    event_version: '1.0',
    create_time: paypalTime(state),
    event_type,
    resource_type,
    summary: event_type,
    resource: structuredClone(resource),
  }
  state.events.push({ event, delivered: false })
}
