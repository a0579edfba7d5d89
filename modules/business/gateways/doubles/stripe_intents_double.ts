import { exponentOf } from '../../pricing/money.ts'
import { type Form, textIn, textsIn } from './form.ts'
import type { DoubleRoutes } from './requests.ts'
import { addStripeCharge } from './stripe_charges_double.ts'
import { methodOfToken } from './stripe_methods_double.ts'
import {
  type StripeDoubleError,
  type StripeDoubleIntent,
  type StripeDoubleMethod,
  stripeId,
} from './stripe_objects.ts'
import {
  answerStripe,
  findStripe,
  insertStripe,
  recordStripe,
  type StripeState,
  stripeError,
  stripeNow,
} from './stripe_state.ts'

const minimums: Record<string, number> = { usd: 50, eur: 50, gbp: 30 }
const open = ['requires_payment_method', 'requires_confirmation', 'requires_action']
const AUTHENTICATION: StripeDoubleError = {
  type: 'card_error',
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}

export const stripeIntentRoutes = (state: StripeState): DoubleRoutes => ({
  'payment_intents.create': [
    'POST /v1/payment_intents',
    (request) => {
      const form = request.body as Form
      const currency = textIn(form, 'currency') ?? ''
      const customer = textIn(form, 'customer')
      if (customer) findStripe(state, 'customer', customer, 'customer')
      const id = stripeId('pi')
      const intent = insertStripe<StripeDoubleIntent>(state, {
        id,
        object: 'payment_intent',
        created: stripeNow(state),
        livemode: false,
        amount: amountOf(form, currency),
        amount_received: 0,
        currency,
        client_secret: `${id}_secret`,
        customer: customer ?? null,
        description: textIn(form, 'description') ?? null,
        metadata: textsIn(form, 'metadata'),
        payment_method: null,
        status: 'requires_payment_method',
        latest_charge: null,
        last_payment_error: null,
        next_action: null,
      })
      return answerStripe(state, intent, request)
    },
  ],
  'payment_intents.retrieve': [
    'GET /v1/payment_intents/:id',
    (request) =>
      answerStripe(state, findStripe(state, 'payment_intent', request.params.id), request),
  ],
  'payment_intents.update': [
    'POST /v1/payment_intents/:id',
    (request) => {
      const form = request.body as Form
      const intent = openIntent(state, request.params.id)
      if (form.amount) intent.amount = amountOf(form, intent.currency)
      Object.assign(intent.metadata, textsIn(form, 'metadata'))
      const method = textIn(form, 'payment_method')
      if (method) {
        intent.payment_method = usableMethod(state, intent, method).id
        intent.status = 'requires_confirmation'
      }
      intent.last_payment_error = null
      intent.next_action = null
      return answerStripe(state, intent, request)
    },
  ],
  'payment_intents.confirm': [
    'POST /v1/payment_intents/:id/confirm',
    (request) => {
      const form = request.body as Form
      const intent = openIntent(state, request.params.id)
      const token = textIn(form, 'payment_method') ?? intent.payment_method ?? ''
      const method = usableMethod(state, intent, token)
      intent.payment_method = method.id
      intent.last_payment_error = null
      intent.next_action = null
      charge(state, intent, method, textIn(form, 'off_session') === 'true')
      return answerStripe(state, intent, request)
    },
  ],
  'payment_intents.cancel': [
    'POST /v1/payment_intents/:id/cancel',
    (request) => {
      const intent = openIntent(state, request.params.id)
      intent.status = 'canceled'
      intent.next_action = null
      recordStripe(state, 'payment_intent.canceled', intent)
      return answerStripe(state, intent, request)
    },
  ],
  'test_helpers.authenticate': [
    'POST /v1/test_helpers/payment_intents/:id/authenticate',
    (request) => {
      const intent = findStripe(state, 'payment_intent', request.params.id)
      authenticateStripe(state, intent.id, textIn(request.body as Form, 'passed') === 'true')
      return answerStripe(state, intent, request)
    },
  ],
})

/** The person authenticates a payment, or fails to; then Stripe charges without being asked again. */
export function authenticateStripe(state: StripeState, intentId: string, passed: boolean): void {
  const intent = findStripe(state, 'payment_intent', intentId)
  if (intent.status !== 'requires_action' || !intent.payment_method) {
    throw new Error(`The payment intent is ${intent.status}`)
  }
  intent.next_action = null
  const { decline } = state.cards.get(intent.payment_method) ?? {}
  const failure: StripeDoubleError | undefined = passed
    ? decline && { type: 'card_error', ...decline }
    : {
        type: 'card_error',
        code: 'payment_intent_authentication_failure',
        decline_code: '',
        message: 'We are unable to authenticate your payment method.',
      }
  settle(state, intent, intent.payment_method, failure)
}

function charge(
  state: StripeState,
  intent: StripeDoubleIntent,
  method: StripeDoubleMethod,
  offSession: boolean,
): void {
  const card = state.cards.get(method.id)
  const exempt = card?.authentication === 'unless_set_up' && card.setUp
  if (card?.authentication && !exempt && !offSession) {
    intent.status = 'requires_action'
    intent.next_action = { type: 'use_stripe_sdk', use_stripe_sdk: {} }
    recordStripe(state, 'payment_intent.requires_action', intent)
    return
  }
  const failure: StripeDoubleError | undefined =
    card?.authentication && !exempt
      ? AUTHENTICATION
      : card?.decline && { type: 'card_error', ...card.decline }
  settle(state, intent, method.id, failure)
  if (!failure) return
  const { type, message, ...rest } = failure
  throw stripeError(402, type, message, {
    ...rest,
    charge: intent.latest_charge,
    payment_intent: structuredClone(intent),
  })
}

/** The one place in which money moves. */
function settle(
  state: StripeState,
  intent: StripeDoubleIntent,
  methodId: string,
  failure: StripeDoubleError | undefined,
): void {
  intent.latest_charge = addStripeCharge(state, intent, methodId, failure).id
  intent.status = failure ? 'requires_payment_method' : 'succeeded'
  intent.last_payment_error = failure ?? null
  intent.amount_received = failure ? 0 : intent.amount
  recordStripe(state, `payment_intent.${failure ? 'payment_failed' : 'succeeded'}`, intent)
}

function openIntent(state: StripeState, id: string | undefined): StripeDoubleIntent {
  const intent = findStripe(state, 'payment_intent', id)
  if (open.includes(intent.status)) return intent
  const message = `This PaymentIntent has a status of ${intent.status}`
  const rest = { code: 'payment_intent_unexpected_state', payment_intent: structuredClone(intent) }
  throw stripeError(400, 'invalid_request_error', message, rest)
}

function usableMethod(
  state: StripeState,
  { customer }: StripeDoubleIntent,
  token: string,
): StripeDoubleMethod {
  const method = methodOfToken(state, token, 'payment_method')
  const isToken = method.id !== token
  if (isToken || (method.customer !== null && method.customer === customer)) return method
  const message = 'The payment method is not attached to the customer of the payment'
  throw stripeError(400, 'invalid_request_error', message, { param: 'payment_method' })
}

/** Throws for what Stripe does not take: too little, or a place that the currency does not have there. */
function amountOf(form: Form, currency: string): number {
  const amount = Number(textIn(form, 'amount'))
  const step = exponentOf(currency.toUpperCase()) === 3 ? 10 : 1
  const unit = ['isk', 'ugx'].includes(currency) ? 100 : step
  if (!Number.isSafeInteger(amount) || amount < 1 || amount % unit !== 0) {
    throw stripeError(400, 'invalid_request_error', 'Invalid amount', { param: 'amount' })
  }
  if (amount < (minimums[currency] ?? 1)) {
    const rest = { code: 'amount_too_small', param: 'amount' }
    throw stripeError(400, 'invalid_request_error', 'The amount is too small', rest)
  }
  return amount
}
