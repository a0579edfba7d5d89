import { amountFromStripe } from '../../pricing/money.ts'
import type { GatewayCharge } from '../port.ts'
import {
  type Double,
  type DoubleOptions,
  doubleClock,
  type EventsToSend,
  type SentEvent,
} from './double.ts'
import { decodeForm } from './form.ts'
import { keyStore } from './keys.ts'
import { rememberIn } from './memory.ts'
import { type Dialect, serveDouble } from './server.ts'
import { stripeTestCard } from './stripe_cards.ts'
import {
  closeStripeDispute,
  failStripeRefund,
  openStripeDispute,
  stripeChargeRoutes,
} from './stripe_charges_double.ts'
import { sendStripeEvents, stripeEventRoutes } from './stripe_events_double.ts'
import { authenticateStripe, stripeIntentRoutes } from './stripe_intents_double.ts'
import { enterStripeCard, stripeMethodRoutes } from './stripe_methods_double.ts'
import type { StripeDoubleCharge } from './stripe_objects.ts'
import { allStripe, type StripeState, stripeState } from './stripe_state.ts'

const DAY_MS = 86_400_000

export interface StripeDouble extends Double {
  secretKey: string
  /** The person authenticates a payment that waits for it, or fails to. */
  authenticate(intentId: string, passed?: boolean): void
  /** The person enters a card in the form of a setup intent, by default a Visa card. */
  enterCard(setupId: string, token?: string): void
  /** From now on a payment method behaves like the card of this token. */
  changeCard(methodId: string, token: string): void
  failRefund(refundId: string): void
  /** The bank takes a payment back. Gives the id of the dispute. */
  dispute(chargeId: string): string
  closeDispute(disputeId: string, status: 'won' | 'lost'): void
  /** Sends what was not delivered yet, in order. */
  sendEvents(options: EventsToSend & { secret: string }): Promise<SentEvent[]>
}

/**
 * Stripe as a server on the loopback interface, for tests and simulated payments. Unlike Stripe, it attaches cards that
 * decline: they stand for those that were good when they were added.
 */
export async function startStripeDouble(options: DoubleOptions = {}): Promise<StripeDouble> {
  const secretKey = 'sk_test_double'
  const clock = doubleClock()
  const state = stripeState(clock, options)
  const routes = {
    ...stripeMethodRoutes(state),
    ...stripeIntentRoutes(state),
    ...stripeChargeRoutes(state),
    ...stripeEventRoutes(state),
  }
  const { save } = rememberIn(options.memory, state, ['clock', 'feeDelayMs'])
  const server = await serveDouble(routes, dialectOf(state, secretKey), { ...options, save })
  return {
    ...server,
    secretKey,
    moveClock: clock.move,
    charges: () => allStripe(state, 'charge').map(toMovement),
    authenticate: (intentId, passed = true) => authenticateStripe(state, intentId, passed),
    enterCard: (setupId, token = 'pm_card_visa') => enterStripeCard(state, setupId, token),
    changeCard: (methodId, token) => {
      const card = stripeTestCard(token)
      if (!card) throw new Error(`${token} is not a test card`)
      state.cards.set(methodId, card)
    },
    failRefund: (id) => failStripeRefund(state, id),
    dispute: (chargeId) => openStripeDispute(state, chargeId),
    closeDispute: (id, status) => closeStripeDispute(state, id, status),
    sendEvents: (events) => sendStripeEvents(state, events),
  }
}

const failure = (status: number, type: string, message: string, rest: object = {}) => ({
  status,
  body: { error: { type, message, ...rest } },
})

function dialectOf({ clock }: StripeState, secretKey: string): Dialect {
  return {
    decode: (text, query) => decodeForm(text ? new URLSearchParams(text) : query),
    refusal: ({ headers }) =>
      headers.authorization === `Bearer ${secretKey}`
        ? undefined
        : failure(401, 'invalid_request_error', 'Invalid API Key provided'),
    keyHeader: 'idempotency-key',
    keys: keyStore({
      clock,
      lifetimeMs: () => DAY_MS,
      // What failed after it began is remembered too, a failure of Stripe itself included.
      keeps: ({ status }) => status === 200 || status === 402 || status >= 500,
      stillRunning: failure(409, 'idempotency_error', 'A request with this key is running', {
        code: 'idempotency_key_in_use',
      }),
      otherParameters: failure(400, 'idempotency_error', 'The key was used with other parameters'),
    }),
    answers: {
      unknown_route: failure(404, 'invalid_request_error', 'Unrecognized request URL'),
      too_many: failure(429, 'invalid_request_error', 'Too many requests', { code: 'rate_limit' }),
      broken: failure(500, 'api_error', 'Something went wrong'),
    },
  }
}

function toMovement(charge: StripeDoubleCharge): GatewayCharge {
  const currency = charge.currency.toUpperCase()
  const cents = (amount: number) => Number(amountFromStripe(amount, currency))
  return {
    intent_id: charge.payment_intent,
    external_id: charge.id,
    payment_id: charge.metadata.payment_id ?? null,
    invoice_id: charge.metadata.invoice_id ?? null,
    account_id: charge.metadata.account_id ?? null,
    amount_cents: cents(charge.amount),
    currency,
    refunded_cents: cents(charge.amount_refunded),
    fee_cents: null,
    status: charge.status,
    created_at: new Date(charge.created * 1000),
  }
}
