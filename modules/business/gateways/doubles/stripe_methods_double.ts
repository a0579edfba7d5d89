import { createHash } from 'node:crypto'
import { type Form, textIn, textsIn } from './form.ts'
import type { DoubleRoutes } from './requests.ts'
import { stripeTestCard } from './stripe_cards.ts'
import { type StripeDoubleMethod, type StripeDoubleSetup, stripeId } from './stripe_objects.ts'
import {
  answerStripe,
  findStripe,
  insertStripe,
  recordStripe,
  type StripeState,
  stripeError,
  stripeNow,
} from './stripe_state.ts'

/** Customers, setup intents and payment methods. */
export const stripeMethodRoutes = (state: StripeState): DoubleRoutes => ({
  'customers.create': [
    'POST /v1/customers',
    (request) => {
      const form = request.body as Form
      const customer = insertStripe(state, {
        ...common(state, 'cus'),
        object: 'customer',
        name: textIn(form, 'name') ?? null,
        email: textIn(form, 'email') ?? null,
        metadata: textsIn(form, 'metadata'),
      })
      return answerStripe(state, customer, request)
    },
  ],
  'customers.retrieve': [
    'GET /v1/customers/:id',
    (request) => answerStripe(state, findStripe(state, 'customer', request.params.id), request),
  ],
  'setup_intents.create': [
    'POST /v1/setup_intents',
    (request) => {
      const form = request.body as Form
      const customer = textIn(form, 'customer')
      if (customer) findStripe(state, 'customer', customer, 'customer')
      const base = common(state, 'seti')
      const setup = insertStripe<StripeDoubleSetup>(state, {
        ...base,
        object: 'setup_intent',
        status: 'requires_payment_method',
        client_secret: `${base.id}_secret`,
        customer: customer ?? null,
        payment_method: null,
        usage: textIn(form, 'usage') ?? 'off_session',
        last_setup_error: null,
      })
      return answerStripe(state, setup, request)
    },
  ],
  'setup_intents.retrieve': [
    'GET /v1/setup_intents/:id',
    (request) => answerStripe(state, findStripe(state, 'setup_intent', request.params.id), request),
  ],
  'payment_methods.retrieve': [
    'GET /v1/payment_methods/:id',
    (request) =>
      answerStripe(state, findStripe(state, 'payment_method', request.params.id), request),
  ],
  'payment_methods.attach': [
    'POST /v1/payment_methods/:id/attach',
    (request) => {
      const customer = textIn(request.body as Form, 'customer')
      findStripe(state, 'customer', customer, 'customer')
      const method = methodOfToken(state, request.params.id ?? '')
      if (method.customer && method.customer !== customer) {
        throw stripeError(400, 'invalid_request_error', 'Attached to another customer')
      }
      method.customer = customer ?? null
      recordStripe(state, 'payment_method.attached', method)
      return answerStripe(state, method, request)
    },
  ],
  'payment_methods.detach': [
    'POST /v1/payment_methods/:id/detach',
    (request) => {
      const method = findStripe(state, 'payment_method', request.params.id)
      if (!method.customer) throw stripeError(400, 'invalid_request_error', 'Not attached')
      const { customer } = method
      method.customer = null
      recordStripe(state, 'payment_method.detached', method, { customer })
      return answerStripe(state, method, request)
    },
  ],
})

/** A known payment method, or a new one for the token of a test card. */
export function methodOfToken(
  state: StripeState,
  token: string,
  param?: string,
): StripeDoubleMethod {
  const card = stripeTestCard(token)
  if (!card) return findStripe(state, 'payment_method', token, param)
  const method = insertStripe<StripeDoubleMethod>(state, {
    ...common(state, 'pm'),
    object: 'payment_method',
    type: 'card',
    customer: null,
    card: {
      brand: card.brand,
      last4: card.last4,
      exp_month: 12,
      exp_year: new Date(stripeNow(state) * 1000).getUTCFullYear() + 3,
      fingerprint: createHash('sha256')
        .update(`${card.brand}${card.last4}`)
        .digest('hex')
        .slice(0, 16),
      wallet: null,
    },
    billing_details: { name: null, email: null },
  })
  state.cards.set(method.id, card)
  return method
}

/** The person enters a card in the form of a setup intent, and authenticates it if their bank wants that. */
export function enterStripeCard(state: StripeState, setupId: string, token: string): void {
  const setup = findStripe(state, 'setup_intent', setupId)
  const method = methodOfToken(state, token)
  method.customer = setup.customer
  const card = state.cards.get(method.id)
  if (card) state.cards.set(method.id, { ...card, setUp: true })
  setup.payment_method = method.id
  setup.status = 'succeeded'
  recordStripe(state, 'setup_intent.succeeded', setup)
  recordStripe(state, 'payment_method.attached', method)
}

const common = (state: StripeState, prefix: string) => ({
  id: stripeId(prefix),
  created: stripeNow(state),
  livemode: false,
})
