import Stripe from 'stripe'
import type { ResultOf } from './operations.ts'
import { rejected, succeeded } from './outcome.ts'
import type { StripeOperation } from './stripe_client.ts'
import { stripeDecline } from './stripe_declines.ts'

const MAX_NAME = 200
const MAX_BRAND = 50

const create_customer: StripeOperation<'create_customer'> = async (stripe, request, key) => {
  const { account_id, name, email } = request
  const customer = await stripe.customers.create(
    { name, metadata: { account_id }, ...(email && { email }) },
    { idempotencyKey: key },
  )
  return succeeded({ customer_id: customer.id })
}

const start_setup: StripeOperation<'start_setup'> = async (stripe, { customer_id }, key) => {
  const setup = await stripe.setupIntents.create(
    {
      usage: 'off_session',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      ...(customer_id && { customer: customer_id }),
    },
    { idempotencyKey: key },
  )
  return succeeded({
    setup_id: setup.id,
    client_secret: setup.client_secret,
    approval_url: null,
  })
}

const finish_setup: StripeOperation<'finish_setup'> = async (stripe, request) => {
  const setup = await stripe.setupIntents.retrieve(request.setup_id, {
    expand: ['payment_method'],
  })
  if (idOf(setup.customer) !== request.customer_id) {
    return rejected('foreign_setup', 'The payment method was set up for another customer')
  }
  const { payment_method: method, last_setup_error: error, status } = setup
  if (status === 'processing') return { kind: 'processing', intent_id: null }
  if (status !== 'succeeded' || !method || typeof method === 'string') {
    return error ? stripeDecline(error) : rejected('setup_incomplete', 'The setup is not complete')
  }
  return succeeded(methodFromStripe(method))
}

/** A token of Stripe's test cards is attached as a new payment method, with an id of its own. */
const attach: StripeOperation<'attach'> = async (stripe, { token, customer_id }, key) => {
  if (!customer_id) return rejected('customer_required', 'Stripe attaches cards to a customer')
  const method = await stripe.paymentMethods.attach(
    token,
    { customer: customer_id },
    { idempotencyKey: key },
  )
  return succeeded(methodFromStripe(method))
}

const detach: StripeOperation<'detach'> = async (stripe, { external_id }, key) => {
  try {
    await stripe.paymentMethods.detach(external_id, {}, { idempotencyKey: key })
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
    const method = await stripe.paymentMethods.retrieve(external_id)
    if (method.customer) throw error
  }
  return succeeded({})
}

/** A payment method as Stripe describes it. */
export function methodFromStripe(method: Stripe.PaymentMethod): ResultOf<'attach'> {
  const { card, us_bank_account: bank, sepa_debit: sepa } = method
  return {
    external_id: method.id,
    customer_id: idOf(method.customer),
    payment_type: typeOf(method),
    brand: card?.brand ?? bank?.bank_name?.slice(0, MAX_BRAND) ?? null,
    last_four: card?.last4 ?? bank?.last4 ?? sepa?.last4 ?? null,
    exp_month: card?.exp_month ?? null,
    exp_year: card?.exp_year ?? null,
    cardholder_name: method.billing_details.name?.slice(0, MAX_NAME) ?? null,
    fingerprint: card?.fingerprint ?? bank?.fingerprint ?? sepa?.fingerprint ?? null,
  }
}

const types = new Map<string | undefined, ResultOf<'attach'>['payment_type']>([
  ['apple_pay', 'apple_pay'],
  ['google_pay', 'google_pay'],
  ['paypal', 'paypal'],
  ['us_bank_account', 'bank'],
  ['sepa_debit', 'bank'],
])

const typeOf = ({ type, card }: Stripe.PaymentMethod) =>
  types.get(card?.wallet?.type) ?? types.get(type) ?? 'card'

const idOf = (reference: string | { id: string } | null) =>
  typeof reference === 'string' ? reference : (reference?.id ?? null)

export const stripeMethods = { create_customer, start_setup, finish_setup, attach, detach }
