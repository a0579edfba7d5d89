import { afterAll, describe, expect, test } from 'vitest'
import { callOf, paymentOf, paypalWorld, resultOf, vaultedPayer } from '../test/gateways.ts'
import { paypalGateway } from './paypal.ts'

const here = await paypalWorld()
const { double, credentials, gateway } = here
afterAll(() => double.stop())

const urls = { return_url: 'https://app.example/done', cancel_url: 'https://app.example' }
const capturesOf = (paymentId: string) =>
  double.charges().filter(({ payment_id }) => payment_id === paymentId)

describe('a payment method', () => {
  test('is stored once the payer has agreed at PayPal', async () => {
    const start = { customer_id: null, ...urls }
    const { setup_id, client_secret, approval_url } = resultOf(
      await gateway.start_setup(start, callOf()),
    )
    expect(client_secret).toBeNull()
    const finish = () => gateway.finish_setup({ setup_id, customer_id: null }, callOf())
    expect(await finish()).toMatchObject({ kind: 'rejected', code: 'setup_incomplete' })
    const { status, headers } = await fetch(approval_url ?? '', { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([303, `${urls.return_url}?token=${setup_id}`])
    const method = resultOf(await finish())
    expect(method).toEqual({
      external_id: expect.stringMatching(/^[0-9a-f]{17}$/),
      customer_id: expect.any(String),
      payment_type: 'paypal',
      brand: null,
      last_four: null,
      exp_month: null,
      exp_year: null,
      cardholder_name: 'Pat Payer',
      fingerprint: expect.stringMatching(/^PAYER/),
    })
  })

  test('is found by its token, for its customer only, until it is deleted', async () => {
    const { method_id: token, customer_id } = await vaultedPayer(here)
    const attach = (customer: string | null) =>
      gateway.attach({ token, customer_id: customer }, callOf())
    expect(resultOf(await attach(customer_id))).toMatchObject({ external_id: token })
    expect(await attach(null)).toMatchObject({ kind: 'rejected', code: 'customer_required' })
    expect(await attach('SOMEONE')).toMatchObject({ kind: 'rejected', code: 'foreign_setup' })
    expect(await gateway.detach({ external_id: token }, callOf())).toMatchObject({
      kind: 'succeeded',
    })
    expect(await attach(customer_id)).toEqual({ kind: 'not_found' })
    const payment = paymentOf({ method_id: token, customer_id })
    expect(await gateway.confirm(payment, callOf())).toMatchObject({
      kind: 'declined',
      decline: 'hard',
      code: 'token_id_not_found',
    })
  })

  test('of a setup that was started for another customer is refused', async () => {
    const { setup_id } = resultOf(
      await gateway.start_setup({ customer_id: 'MINE', ...urls }, callOf()),
    )
    double.approve(setup_id)
    expect(await gateway.finish_setup({ setup_id, customer_id: 'YOURS' }, callOf())).toMatchObject({
      code: 'foreign_setup',
    })
  })
})

describe('a payment', () => {
  test('is one order, charged at once', async () => {
    const payment = paymentOf(await vaultedPayer(here))
    const charged = resultOf(await gateway.confirm(payment, callOf()))
    expect(charged).toEqual({
      intent_id: expect.any(String),
      external_id: expect.any(String),
      amount_cents: 2900,
      currency: 'USD',
      fee_cents: 150,
    })
    const { intent_id } = charged
    expect(resultOf(await gateway.look_up({ intent_id }, callOf()))).toEqual(charged)
    expect(await gateway.cancel({ intent_id }, callOf())).toMatchObject({ code: 'not_cancellable' })
    expect(capturesOf(payment.payment_id)).toMatchObject([{ amount_cents: 2900 }])
  })

  test('that the payer must agree to is captured afterwards', async () => {
    const payer = await vaultedPayer(here, 'must_act')
    const payment = paymentOf(payer, { on_session: true })
    const waiting = await gateway.confirm(payment, callOf())
    if (waiting.kind !== 'action_needed') throw new Error(waiting.kind)
    const { intent_id, url } = waiting
    expect(url).toBe(`${double.url}/checkoutnow?token=${intent_id}`)
    const capture = (key?: string) =>
      gateway.capture({ payment_id: payment.payment_id, intent_id }, callOf(key))
    expect(await capture()).toEqual(waiting)
    double.approve(intent_id)
    expect(await gateway.look_up({ intent_id }, callOf())).toEqual({ ...waiting, url: null })
    const charged = resultOf(await capture())
    expect(resultOf(await capture())).toEqual(charged)
    expect(capturesOf(payment.payment_id)).toHaveLength(1)
  })

  test('that nobody agreed to can be cancelled', async () => {
    const payer = await vaultedPayer(here, 'must_act')
    const outcome = await gateway.confirm(paymentOf(payer, { on_session: true }), callOf())
    if (outcome.kind !== 'action_needed') throw new Error(outcome.kind)
    expect(await gateway.cancel(outcome, callOf())).toMatchObject({ kind: 'succeeded' })
  })

  test.each([
    ['declines', 'soft', 'instrument_declined'],
    ['closed', 'hard', 'payer_account_locked_or_closed'],
    ['must_act', 'authentication', 'payer_action_required'],
  ] as const)('of a payer who %s is declined as %s', async (payer, decline, code) => {
    const payment = paymentOf(await vaultedPayer(here, payer))
    expect(await gateway.confirm(payment, callOf())).toMatchObject({
      kind: 'declined',
      decline,
      code,
    })
    expect(capturesOf(payment.payment_id)).toEqual([])
  })

  test('that PayPal reviews is processing until it is released or declined', async () => {
    for (const passed of [true, false]) {
      const payment = paymentOf(await vaultedPayer(here, 'pending'))
      const outcome = await gateway.confirm(payment, callOf())
      if (outcome.kind !== 'processing' || !outcome.intent_id) throw new Error(outcome.kind)
      const [capture] = capturesOf(payment.payment_id)
      double.finishReview(capture?.external_id ?? '', passed)
      const { intent_id } = outcome
      expect((await gateway.look_up({ intent_id }, callOf())).kind).toBe(
        passed ? 'succeeded' : 'declined',
      )
    }
  })

  test('whose reference was used is known to be charged, and not charged again', async () => {
    const payer = await vaultedPayer(here)
    const payment = paymentOf(payer)
    await gateway.confirm(payment, callOf())
    expect(await gateway.confirm(payment, callOf())).toEqual({
      kind: 'processing',
      intent_id: null,
    })
    expect(capturesOf(payment.payment_id)).toHaveLength(1)
  })

  test.each([
    ['USD', 2900, 2900],
    ['JPY', 1870, 1870],
    ['HUF', 250_000, 250_000],
    ['TWD', 90_000, 90_000],
    ['HUF', 250_050, 'amount_not_supported'],
    ['KWD', 1200, 'amount_not_supported'],
  ])('of %s %i is charged as %s', async (currency, amount_cents, expected) => {
    const payment = paymentOf(await vaultedPayer(here), { currency, amount_cents })
    const outcome = await gateway.confirm(payment, callOf())
    if (typeof expected === 'number') {
      expect(resultOf(outcome)).toMatchObject({ currency, amount_cents: expected })
    } else expect(outcome).toMatchObject({ kind: 'rejected', code: expected })
  })
})

test('a refund gives money back once for each key, and not more than was paid', async () => {
  const payment = paymentOf(await vaultedPayer(here))
  const { external_id, intent_id } = resultOf(await gateway.confirm(payment, callOf()))
  const charge = { intent_id, external_id: external_id ?? '', currency: 'USD' }
  const request = { ...charge, refund_id: 'refund-1', amount_cents: 2000 }
  const call = callOf()
  const first = resultOf(await gateway.refund(request, call))
  expect(resultOf(await gateway.refund(request, call))).toEqual(first)
  expect(resultOf(await gateway.look_up_refund(first, callOf()))).toEqual(first)
  expect(capturesOf(payment.payment_id)).toMatchObject([{ refunded_cents: 2000 }])
  expect(await gateway.refund(request, callOf())).toMatchObject({ code: 'refund_amount_exceeded' })
})

describe('the connection', () => {
  const request = { webhook_url: 'https://app.example/webhooks/paypal' }

  test('is tested with the webhooks of the seller', async () => {
    const test = async () => resultOf(await gateway.test_connection(request, callOf()))
    expect(await test()).toMatchObject({ account_id: null, webhook_configured: false })
    const token = await accessToken()
    await fetch(`${double.url}/v1/notifications/webhooks`, {
      method: 'POST',
      body: JSON.stringify({ url: request.webhook_url }),
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await test()).toMatchObject({ webhook_configured: true })
  })

  test('with a wrong secret is rejected, and works with the right one at once', async () => {
    const wrong = paypalGateway({ ...credentials, client_secret: 'wrong' })
    const outcome = await wrong.test_connection(request, callOf())
    expect(outcome).toMatchObject({ kind: 'rejected', code: 'invalid_credentials' })
    expect(await gateway.test_connection(request, callOf())).toMatchObject({ kind: 'succeeded' })
  })

  async function accessToken() {
    const basic = Buffer.from(`${double.clientId}:${double.clientSecret}`).toString('base64')
    const response = await fetch(`${double.url}/v1/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      headers: { authorization: `Basic ${basic}` },
    })
    const { access_token } = (await response.json()) as { access_token: string }
    return access_token
  }
})

test('what PayPal does not have is rejected', async () => {
  const account = { account_id: 'acc', name: 'Acme', email: null }
  expect(await gateway.create_customer(account, callOf())).toMatchObject({ code: 'not_supported' })
})
