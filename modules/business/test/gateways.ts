import { randomUUID } from 'node:crypto'
import { Value } from 'typebox/value'
import { expect, vi } from 'vitest'
import type { Double, DoubleOptions } from '../gateways/doubles/double.ts'
import type { PaypalPayer } from '../gateways/doubles/paypal_state.ts'
import { type GatewayOperation, operations, type RequestOf } from '../gateways/operations.ts'
import type { Call, Gateway, GatewayOutcome } from '../gateways/port.ts'

/** A call with a key of its own, or with a given one. */
export const callOf = (idempotency_key: string = randomUUID()): Call => ({
  idempotency_key,
  signal: new AbortController().signal,
})

/** Calls with a signal that is aborted once the double has received the operation. */
export async function stoppedCall<Result>(
  double: Double,
  operation: string,
  call: (stopped: Call) => Promise<Result>,
): Promise<Result> {
  const received = () => double.requests().filter((one) => one.operation === operation).length
  const before = received()
  const controller = new AbortController()
  const result = call({ ...callOf(), signal: controller.signal })
  await vi.waitFor(() => expect(received()).toBeGreaterThan(before), { timeout: 5000 })
  controller.abort()
  return result
}

/** The result of an outcome that must be a success. */
export function resultOf<Result>(outcome: GatewayOutcome<Result>): Result {
  if (outcome.kind !== 'succeeded') throw new Error(JSON.stringify(outcome))
  return outcome.result
}

/** A gateway whose requests and results must have their declared shapes. */
function checked(gateway: Gateway): Gateway {
  const names = Object.keys(operations) as GatewayOperation[]
  const wrapped = names.map((name) => [
    name,
    async (request: never, call: Call) => {
      const outcome: GatewayOutcome<unknown> = await gateway[name](request, call)
      Value.Assert(operations[name].request, request)
      if (outcome.kind === 'succeeded') Value.Assert(operations[name].result, outcome.result)
      return outcome
    },
  ])
  return { ...gateway, ...Object.fromEntries(wrapped) }
}

/** A double of Stripe, and a gateway that calls it. */
export async function stripeWorld(options: DoubleOptions = {}) {
  const { startStripeDouble } = await import('../gateways/doubles/stripe_double.ts')
  const { stripeGateway } = await import('../gateways/stripe.ts')
  const double = await startStripeDouble(options)
  const credentials = {
    gateway: 'stripe' as const,
    livemode: false,
    base_url: double.url,
    secret_key: double.secretKey,
  }
  return { double, credentials, gateway: checked(stripeGateway(credentials, 2000)) }
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
  { method_id, customer_id }: { method_id: string; customer_id: string | null },
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

/** A double of PayPal, and a gateway that calls it. */
export async function paypalWorld(options: DoubleOptions = {}) {
  const { startPaypalDouble } = await import('../gateways/doubles/paypal_double.ts')
  const { paypalGateway } = await import('../gateways/paypal.ts')
  const double = await startPaypalDouble(options)
  const credentials = {
    gateway: 'paypal' as const,
    livemode: false,
    base_url: double.url,
    client_id: double.clientId,
    client_secret: double.clientSecret,
    webhook_id: 'WEBHOOK1',
  }
  return { double, credentials, gateway: checked(paypalGateway(credentials, 2000)) }
}

/** A payer who agreed to be charged, and will behave like this then. */
export async function vaultedPayer(
  { double, gateway }: Awaited<ReturnType<typeof paypalWorld>>,
  payer: PaypalPayer = 'pays',
) {
  const urls = { return_url: 'https://app.example/done', cancel_url: 'https://app.example' }
  const start = { customer_id: null, ...urls }
  const { setup_id } = resultOf(await gateway.start_setup(start, callOf()))
  double.approve(setup_id, payer)
  const finish = { setup_id, customer_id: null }
  const { external_id, customer_id } = resultOf(await gateway.finish_setup(finish, callOf()))
  return { method_id: external_id, customer_id }
}
