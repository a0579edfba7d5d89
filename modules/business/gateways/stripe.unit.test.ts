import { afterAll, describe, expect, test } from 'vitest'
import {
  callOf,
  customerWithCard,
  paymentOf,
  preparedPayment,
  resultOf,
  stripeWorld,
} from '../test/gateways.ts'
import { stripeGateway } from './stripe.ts'

const { double, credentials, gateway } = await stripeWorld()
afterAll(() => double.stop())

const succeededOn = (intentId: string) =>
  double
    .charges()
    .filter(({ intent_id, status }) => intent_id === intentId && status === 'succeeded')

describe('a payment method', () => {
  test('is attached to a customer, with the details that Stripe has of it', async () => {
    const { customer_id } = await customerWithCard(gateway)
    const request = { token: 'pm_card_mastercard', customer_id }
    const method = resultOf(await gateway.attach(request, callOf()))
    expect(method).toMatchObject({ customer_id, payment_type: 'card', brand: 'mastercard' })
    expect(method).toMatchObject({ last_four: '4444', exp_month: 12, cardholder_name: null })
    expect(method.external_id).not.toBe('pm_card_mastercard')
  })

  test('has the same fingerprint when the card is added again, and another id', async () => {
    const { customer_id } = await customerWithCard(gateway)
    const attach = async () =>
      resultOf(await gateway.attach({ token: 'pm_card_visa', customer_id }, callOf()))
    const [first, second] = [await attach(), await attach()]
    expect(second.fingerprint).toBe(first.fingerprint)
    expect(second.external_id).not.toBe(first.external_id)
  })

  test('is set up in the form of Stripe, only for the customer it was started for', async () => {
    const { customer_id } = await customerWithCard(gateway)
    const urls = { return_url: 'https://app.example', cancel_url: 'https://app.example' }
    const { setup_id, client_secret, approval_url } = resultOf(
      await gateway.start_setup({ customer_id, ...urls }, callOf()),
    )
    expect(client_secret).toContain(setup_id)
    expect(approval_url).toBeNull()
    expect(await gateway.finish_setup({ setup_id, customer_id }, callOf())).toMatchObject({
      kind: 'rejected',
      code: 'setup_incomplete',
    })
    double.enterCard(setup_id)
    const finished = await gateway.finish_setup({ setup_id, customer_id }, callOf())
    expect(resultOf(finished)).toMatchObject({ customer_id, last_four: '4242' })
    const { customer_id: other } = await customerWithCard(gateway)
    expect(await gateway.finish_setup({ setup_id, customer_id: other }, callOf())).toMatchObject({
      kind: 'rejected',
      code: 'foreign_setup',
    })
  })

  test('can be detached again and again, and is then refused for good', async () => {
    const customer = await customerWithCard(gateway)
    const payment = await preparedPayment(gateway, customer)
    const detach = () => gateway.detach({ external_id: customer.method_id }, callOf())
    expect([await detach(), await detach()]).toEqual([
      { kind: 'succeeded', result: {} },
      { kind: 'succeeded', result: {} },
    ])
    for (const payment_id of [payment.payment_id, 'a later attempt']) {
      const outcome = await gateway.confirm({ ...payment, payment_id }, callOf())
      expect(outcome).toMatchObject({ kind: 'declined', decline: 'hard' })
    }
    expect(await gateway.detach({ external_id: 'pm_unknown' }, callOf())).toEqual({
      kind: 'not_found',
    })
  })
})

describe('a payment', () => {
  test('moves no money when it is prepared, and is charged when it is confirmed', async () => {
    const payment = await preparedPayment(gateway, await customerWithCard(gateway))
    expect(succeededOn(payment.intent_id)).toEqual([])
    expect(await gateway.look_up(payment, callOf())).toMatchObject({
      kind: 'rejected',
      code: 'not_confirmed',
    })
    const charged = resultOf(await gateway.confirm(payment, callOf()))
    expect(charged).toEqual({
      intent_id: payment.intent_id,
      external_id: expect.stringMatching(/^ch_/),
      amount_cents: 2900,
      currency: 'USD',
      fee_cents: 114,
    })
    expect(resultOf(await gateway.look_up(payment, callOf()))).toEqual(charged)
    expect(succeededOn(payment.intent_id)).toMatchObject([
      { payment_id: payment.payment_id, invoice_id: payment.invoice_id, amount_cents: 2900 },
    ])
  })

  test('asks the person to authenticate, and is charged once they did', async () => {
    const customer = await customerWithCard(gateway, 'pm_card_authenticationRequired')
    const payment = await preparedPayment(gateway, customer, { on_session: true })
    const waiting = {
      kind: 'action_needed',
      intent_id: payment.intent_id,
      client_secret: expect.stringContaining('_secret'),
      url: null,
    }
    expect(await gateway.confirm(payment, callOf())).toEqual(waiting)
    expect(await gateway.confirm(payment, callOf())).toEqual(waiting)
    double.authenticate(payment.intent_id)
    expect(resultOf(await gateway.capture(payment, callOf()))).toMatchObject({ amount_cents: 2900 })
    expect(succeededOn(payment.intent_id)).toHaveLength(1)
  })

  test('that the person failed to authenticate is declined for that', async () => {
    const customer = await customerWithCard(gateway, 'pm_card_authenticationRequired')
    const payment = await preparedPayment(gateway, customer, { on_session: true })
    await gateway.confirm(payment, callOf())
    double.authenticate(payment.intent_id, false)
    expect(await gateway.look_up(payment, callOf())).toMatchObject({
      kind: 'declined',
      decline: 'authentication',
      code: 'payment_intent_authentication_failure',
    })
  })

  test('takes the amount and the payment method of a later attempt, on the same intent', async () => {
    const customer = await customerWithCard(gateway, 'pm_card_chargeDeclinedInsufficientFunds')
    const first = await preparedPayment(gateway, customer)
    expect(await gateway.confirm(first, callOf())).toMatchObject({ kind: 'declined' })
    const { customer_id } = customer
    const card = { token: 'pm_card_visa', customer_id }
    const { external_id: method_id } = resultOf(await gateway.attach(card, callOf()))
    const { intent_id } = first
    const second = paymentOf({ method_id, customer_id }, { intent_id, amount_cents: 2400 })
    expect(resultOf(await gateway.confirm(second, callOf()))).toMatchObject({ amount_cents: 2400 })
    expect(succeededOn(intent_id)).toMatchObject([{ payment_id: second.payment_id }])
  })

  test('with another card supersedes one that waits for authentication', async () => {
    const customer = await customerWithCard(gateway, 'pm_card_authenticationRequired')
    const first = await preparedPayment(gateway, customer, { on_session: true })
    expect(await gateway.confirm(first, callOf())).toMatchObject({ kind: 'action_needed' })
    const { customer_id } = customer
    const card = { token: 'pm_card_visa', customer_id }
    const { external_id: method_id } = resultOf(await gateway.attach(card, callOf()))
    const second = paymentOf({ method_id, customer_id }, { intent_id: first.intent_id })
    expect(await gateway.confirm(second, callOf())).toMatchObject({ kind: 'succeeded' })
    expect(() => double.authenticate(first.intent_id)).toThrow('succeeded')
  })

  test('that succeeded is never charged again, whatever the key', async () => {
    const customer = await customerWithCard(gateway)
    const payment = await preparedPayment(gateway, customer)
    const charged = await gateway.confirm(payment, callOf())
    const later = paymentOf(customer, { intent_id: payment.intent_id, amount_cents: 9900 })
    expect(await gateway.confirm(later, callOf())).toEqual(charged)
    expect(succeededOn(payment.intent_id)).toHaveLength(1)
  })

  test('is cancelled before it succeeds, and not after', async () => {
    const customer = await customerWithCard(gateway)
    const payment = await preparedPayment(gateway, customer)
    const cancel = () => gateway.cancel(payment, callOf())
    expect([(await cancel()).kind, (await cancel()).kind]).toEqual(['succeeded', 'succeeded'])
    expect(await gateway.confirm(payment, callOf())).toMatchObject({ code: 'cancelled' })
    const paid = await preparedPayment(gateway, customer)
    await gateway.confirm(paid, callOf())
    expect(await gateway.cancel(paid, callOf())).toMatchObject({ code: 'not_cancellable' })
  })

  test('below what Stripe takes, without an intent, or unknown is an answer, not an error', async () => {
    const customer = await customerWithCard(gateway)
    const { account_id } = customer
    const small = { ...paymentOf(customer, { amount_cents: 49 }), account_id }
    expect(await gateway.prepare(small, callOf())).toMatchObject({ code: 'amount_too_small' })
    expect(await gateway.confirm(paymentOf(customer), callOf())).toMatchObject({
      code: 'not_prepared',
    })
    expect(await gateway.look_up({ intent_id: 'pi_unknown' }, callOf())).toEqual({
      kind: 'not_found',
    })
  })
})

test.each([
  ['pm_card_visa_chargeDeclined', 'soft', 'generic_decline'],
  ['pm_card_chargeDeclined', 'soft', 'generic_decline'],
  ['pm_card_chargeCustomerFail', 'soft', 'generic_decline'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', 'soft', 'insufficient_funds'],
  ['pm_card_visa_chargeDeclinedLostCard', 'hard', 'lost_card'],
  ['pm_card_visa_chargeDeclinedStolenCard', 'hard', 'stolen_card'],
  ['pm_card_visa_chargeDeclinedFraudulent', 'hard', 'fraudulent'],
  ['pm_card_chargeDeclinedExpiredCard', 'hard', 'expired_card'],
  ['pm_card_chargeDeclinedIncorrectCvc', 'soft', 'incorrect_cvc'],
  ['pm_card_chargeDeclinedProcessingError', 'soft', 'processing_error'],
  ['pm_card_authenticationRequired', 'authentication', 'authentication_required'],
  ['pm_card_authenticationRequiredOnSetup', 'authentication', 'authentication_required'],
])('the card of %s is declined as %s, also when it is looked up', async (token, decline, code) => {
  const payment = await preparedPayment(gateway, await customerWithCard(gateway, token))
  const declined = { kind: 'declined', decline, code, reason: expect.stringMatching(/card/) }
  expect(await gateway.confirm(payment, callOf())).toEqual(declined)
  expect(await gateway.look_up(payment, callOf())).toEqual(declined)
  expect(succeededOn(payment.intent_id)).toEqual([])
})

test.each([
  ['USD', 2900, 2900],
  ['JPY', 1870, 1870],
  ['KWD', 1196, 1200],
  ['ISK', 5000, 5000],
  ['UGX', 12000, 12000],
])('%s %i is charged as %i', async (currency, amount_cents, charged) => {
  const customer = await customerWithCard(gateway)
  const payment = await preparedPayment(gateway, customer, { currency, amount_cents })
  expect(resultOf(await gateway.confirm(payment, callOf()))).toMatchObject({
    amount_cents: charged,
    currency,
  })
})

describe('a refund', () => {
  test('gives money back once for each key, and not more than was paid', async () => {
    const payment = await preparedPayment(gateway, await customerWithCard(gateway))
    const { external_id } = resultOf(await gateway.confirm(payment, callOf()))
    const request = {
      refund_id: 'refund-1',
      intent_id: payment.intent_id,
      external_id: external_id ?? '',
      amount_cents: 2000,
      currency: 'USD',
    }
    const call = callOf()
    const first = resultOf(await gateway.refund(request, call))
    expect(first.status).toBe('succeeded')
    expect(resultOf(await gateway.refund(request, call))).toEqual(first)
    expect(succeededOn(payment.intent_id)).toMatchObject([{ refunded_cents: 2000 }])
    expect(await gateway.refund(request, callOf())).toMatchObject({
      kind: 'rejected',
      code: 'charge_already_refunded',
    })
    double.failRefund(first.external_id)
    expect(resultOf(await gateway.look_up_refund(first, callOf()))).toMatchObject({
      status: 'failed',
      failure_code: 'expired_or_canceled_card',
    })
  })
})

describe('the connection', () => {
  test('is tested with the account and its webhook endpoint', async () => {
    const request = { webhook_url: 'https://app.example/webhooks/stripe' }
    const test = async () => resultOf(await gateway.test_connection(request, callOf()))
    expect(await test()).toMatchObject({ account_id: 'acct_double', webhook_configured: false })
    await fetch(`${double.url}/v1/webhook_endpoints`, {
      method: 'POST',
      body: new URLSearchParams({ url: request.webhook_url }),
      headers: { authorization: `Bearer ${double.secretKey}` },
    })
    expect(await test()).toMatchObject({ charges_enabled: true, webhook_configured: true })
  })

  test('with a wrong key is rejected, without a word about the key', async () => {
    const stranger = stripeGateway({ ...credentials, secret_key: 'sk_test_wrong' })
    const outcome = await stranger.test_connection({ webhook_url: 'https://a.example' }, callOf())
    expect(outcome).toMatchObject({ kind: 'rejected', code: 'invalid_credentials' })
    expect(JSON.stringify(outcome)).not.toContain('sk_test')
  })

  test('to a closed port is unreachable', async () => {
    const nowhere = stripeGateway({ ...credentials, base_url: 'http://127.0.0.1:9' })
    const outcome = await nowhere.look_up({ intent_id: 'pi_1' }, callOf())
    expect(outcome).toMatchObject({ kind: 'unreachable' })
  })
})
