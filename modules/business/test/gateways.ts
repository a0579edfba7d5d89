import { randomUUID } from 'node:crypto'
import { startStripeDouble } from '../gateways/doubles/stripe_double.ts'
import type { RequestOf } from '../gateways/operations.ts'
import type { Call, Gateway, Outcome } from '../gateways/port.ts'
import { stripeGateway } from '../gateways/stripe.ts'

/** A call with a key of its own, or with a given one. */
export const callOf = (idempotency_key: string = randomUUID()): Call => ({
  idempotency_key,
  signal: new AbortController().signal,
})

/** The result of an outcome that must be a success. */
export function resultOf<Result>(outcome: Outcome<Result>): Result {
  if (outcome.kind !== 'succeeded') throw new Error(JSON.stringify(outcome))
  return outcome.result
}

/** A double of Stripe, and a gateway that calls it. */
export async function stripeWorld(options: Parameters<typeof startStripeDouble>[0] = {}) {
  const double = await startStripeDouble(options)
  const credentials = {
    gateway: 'stripe' as const,
    livemode: false,
    base_url: double.url,
    secret_key: double.secretKey,
  }
  return { double, credentials, gateway: stripeGateway(credentials, 2000) }
}

/** A customer with a card that behaves like that of the token. */
export async function customerWithCard(gateway: Gateway, token = 'pm_card_visa') {
  const account = { account_id: randomUUID(), name: 'Acme', email: 'billing@acme.example' }
  const { customer_id } = resultOf(await gateway.create_customer(account, callOf()))
  const { external_id } = resultOf(await gateway.attach({ token, customer_id }, callOf()))
  return { ...account, customer_id, method_id: external_id }
}

type Customer = Awaited<ReturnType<typeof customerWithCard>>

/** What confirms a payment of 29.00 USD by the customer's card; fields replace its parts. */
export function paymentOf(
  { method_id, customer_id }: Pick<Customer, 'method_id' | 'customer_id'>,
  fields: Partial<RequestOf<'confirm'>> = {},
): RequestOf<'confirm'> {
  return {
    payment_id: randomUUID(),
    invoice_id: randomUUID(),
    reference: `INV-${randomUUID()}`,
    intent_id: null,
    amount_cents: 2900,
    currency: 'USD',
    description: 'Team, 1 month',
    on_session: false,
    return_url: 'https://app.example/billing',
    cancel_url: 'https://app.example/billing',
    method_id,
    customer_id,
    ...fields,
  }
}

/** The same with an intent that was prepared for it. */
export async function preparedPayment(
  gateway: Gateway,
  customer: Customer,
  fields: Partial<RequestOf<'confirm'>> = {},
) {
  const { account_id } = customer
  const payment = paymentOf(customer, fields)
  const { payment_id, invoice_id, amount_cents, currency, description, customer_id } = payment
  const request = { payment_id, invoice_id, amount_cents, currency, description, customer_id }
  const { intent_id } = resultOf(await gateway.prepare({ ...request, account_id }, callOf()))
  return { ...payment, intent_id }
}
