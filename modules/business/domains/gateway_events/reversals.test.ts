import type { TestUser } from '@powernode/server/test/world.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVENT_SECRET, eventsWorld, PAYPAL_WEBHOOK } from '../../test/gateway_events.ts'
import { differencesOf } from '../../test/paying.ts'

/** What is done at a gateway, and not here: refunds in its dashboard, disputes, removed payment methods. */
let here: Awaited<ReturnType<typeof eventsWorld>>
beforeAll(async () => {
  here = await eventsWorld()
})
afterAll(() => here.close())

const sendStripe = (order: object = {}) =>
  here.double.sendEvents({ to: `${here.url}/webhooks/stripe`, secret: EVENT_SECRET, ...order })
const sendPaypal = (order: object = {}) =>
  here.whileFetching(
    here.paypal.sendEvents({
      ...{ to: `${here.url}/api/v1/webhooks/paypal`, webhookId: PAYPAL_WEBHOOK },
      ...order,
    }),
  )

/** Has events processed in the order of their arrival, and those that come too early again. */
async function processAll(sent: { id: string }[]) {
  for (const _ of [1, 2]) for (const { id } of sent) await here.process(id)
}

/** An account that paid 29.00 with a card, and whose events until then are gone. */
async function paid() {
  const user = await here.stranger()
  const { id: payment_method_id } = await here.addCard(user)
  const invoice = await here.invoiceFor(user)
  const { data } = await here.pay(user, invoice, { payment_method_id })
  await sendStripe()
  const { id, external_id } = data.payment as { id: string; external_id: string }
  return { user, invoice, id, external_id }
}

async function paidWithPaypal() {
  const user = await here.stranger()
  const post = (path: string, body: object = {}) =>
    here.whileWorking(user, () => user.post(path, body))
  const { data: setup } = await post('/payment_methods/setup_intent', { gateway: 'paypal' })
  here.paypal.approve(setup.setup_token, 'pays')
  await post('/payment_methods', { setup_token: setup.setup_token })
  const invoice = await here.invoiceFor(user)
  const { data } = await here.pay(user, invoice)
  await sendPaypal()
  const { id, external_id } = data.payment as { id: string; external_id: string }
  return { user, invoice, id, external_id }
}

/** Refunds a charge as someone does in the dashboard of Stripe. */
const refundAtStripe = (charge: string, amount: number): Promise<{ id: string }> =>
  fetch(`${here.double.url}/v1/refunds`, {
    method: 'POST',
    headers: { authorization: `Bearer ${here.double.secretKey}` },
    body: new URLSearchParams({ charge, amount: String(amount) }),
  }).then((response) => response.json() as Promise<{ id: string }>)

async function refundAtPaypal(capture: string, value: string) {
  const { url, clientId, clientSecret } = here.paypal
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const token = await fetch(`${url}/v1/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token } = (await token.json()) as { access_token: string }
  await fetch(`${url}/v2/payments/captures/${capture}/refund`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ amount: { value, currency_code: 'USD' } }),
  })
}

const refundsOf = async (user: TestUser) => (await user.get('/refunds')).data
const disputesOf = async ({ accountId }: TestUser) =>
  (await here.admin.get(`/admin/disputes?account_id=${accountId}`)).data
const creditOf = async (user: TestUser) => (await user.get('/billing')).data.credit_balance_cents

describe('a refund made in the dashboard of the gateway', () => {
  test('appears here once, however often and in whatever order its events come', async () => {
    const { user, invoice, id, external_id } = await paid()
    const { id: refund } = await refundAtStripe(external_id, 900)
    const sent = await sendStripe({ shuffle: 3, double: true })
    expect(sent.map(({ type }) => type)).toContain('refund.created')
    await processAll(sent)
    expect(await refundsOf(user)).toMatchObject([
      { payment_id: id, external_id: refund, status: 'succeeded', amount_cents: 900 },
    ])
    expect((await user.get(`/payments/${id}`)).data).toMatchObject({
      ...{ status: 'partially_refunded', refunded_cents: 900 },
    })
    expect((await user.get(`/invoices/${invoice.id}`)).data.status).toBe('paid')
    expect(await differencesOf(user)).toEqual([])
  })

  test.each([1, 2, 5])('that fails becomes credit, in any order (%i)', async (shuffle) => {
    const { user, external_id } = await paid()
    const { id } = await refundAtStripe(external_id, 900)
    here.double.failRefund(id)
    await processAll(await sendStripe({ shuffle }))
    expect(await refundsOf(user)).toMatchObject([{ status: 'failed', external_id: id }])
    expect(await creditOf(user)).toBe(900)
    expect(await differencesOf(user)).toEqual([])
  })

  test('of PayPal appears too', async () => {
    const { user, external_id } = await paidWithPaypal()
    await refundAtPaypal(external_id, '9.00')
    await processAll(await sendPaypal({ double: true }))
    expect(await refundsOf(user)).toMatchObject([
      { gateway: 'paypal', status: 'succeeded', amount_cents: 900 },
    ])
    expect(await differencesOf(user)).toEqual([])
  })
})

test('a refund requested here is the one that the gateway tells of, also before its own answer', async () => {
  const { user, id } = await paid()
  const body = { amount_cents: 900, reason: 'Sorry', to: 'method' }
  await here.admin.post(`/admin/payments/${id}/refunds`, body)
  here.double.failNext({ operation: 'refunds.create', how: 'drop_after' })
  await here.settleDown(user)
  await processAll(await sendStripe())
  expect(await refundsOf(user)).toMatchObject([{ status: 'succeeded', amount_cents: 900 }])
  await here.settleDown(user)
  expect(await refundsOf(user)).toHaveLength(1)
  expect(await differencesOf(user)).toEqual([])
})

test('a refund of a charge that is not ours is tried again, and never booked by an account it names', async () => {
  const user = await here.stranger()
  const object = {
    ...{ id: `re_${user.id}`, charge: `ch_${user.id}`, amount: 900, currency: 'usd' },
    ...{ status: 'succeeded', metadata: { account_id: user.accountId } },
  }
  const event = here.eventOf({ type: 'refund.created', data: { object } })
  await here.send(JSON.stringify(event))
  expect(await here.process(event.id)).toMatchObject({
    ...{ status: 'pending', ignored_reason: 'not_found', about_account_id: null },
  })
  expect(await refundsOf(user)).toEqual([])
})

describe('a dispute', () => {
  test.each([
    ['won', 1],
    ['won', 4],
    ['lost', 1],
    ['lost', 4],
  ] as const)('that is %s is recorded once, in any order (%i)', async (status, shuffle) => {
    const { user, invoice, external_id } = await paid()
    here.double.closeDispute(here.double.dispute(external_id), status)
    await processAll(await sendStripe({ shuffle, double: true }))
    expect(await disputesOf(user)).toMatchObject([
      { status, amount_cents: 2900, fee_cents: 1500, reason: 'fraudulent' },
    ])
    expect((await user.get(`/invoices/${invoice.id}`)).data).toMatchObject({
      ...{ status: 'paid', dispute_status: status },
    })
    expect(await differencesOf(user)).toEqual([])
  })

  test('is open until it is decided; an inquiry takes no money and is not one', async () => {
    const { user, external_id } = await paid()
    const object = {
      ...{ id: `du_${user.id}`, charge: external_id, amount: 2900, currency: 'usd' },
      ...{ status: 'warning_needs_response', balance_transactions: [] },
    }
    const inquiry = here.eventOf({ type: 'charge.dispute.created', data: { object } })
    await here.send(JSON.stringify(inquiry))
    expect(await here.process(inquiry.id)).toMatchObject({
      ...{ status: 'skipped', ignored_reason: 'no_money_moved' },
    })
    expect(await disputesOf(user)).toEqual([])
    here.double.dispute(external_id)
    await processAll(await sendStripe())
    expect(await disputesOf(user)).toMatchObject([
      { status: 'open', evidence_due_at: expect.any(String) },
    ])
    expect(await differencesOf(user)).toEqual([])
  })

  test.each([
    ['RESOLVED_SELLER_FAVOUR', 'won', 1],
    ['RESOLVED_BUYER_FAVOUR', 'lost', 2],
    ['RESOLVED_BUYER_FAVOUR', 'lost', 3],
  ] as const)('of PayPal: %s is %s, and the reversal is the same money (%i)', async (...given) => {
    const [outcome, status, shuffle] = given
    const { user, external_id } = await paidWithPaypal()
    here.paypal.resolveDispute(here.paypal.reverse(external_id), outcome)
    await processAll(await sendPaypal({ shuffle, double: true }))
    expect(await disputesOf(user)).toMatchObject([
      { gateway: 'paypal', status, amount_cents: 2900 },
    ])
    expect(await differencesOf(user)).toEqual([])
  })
})

test('a payment method removed at Stripe is switched off, and an older event does not bring it back', async () => {
  const user = await here.stranger()
  await here.addCard(user)
  const { data: methods } = await user.get('/payment_methods')
  await fetch(`${here.double.url}/v1/payment_methods/${methods[0].external_id}/detach`, {
    method: 'POST',
    headers: { authorization: `Bearer ${here.double.secretKey}` },
  })
  await processAll((await sendStripe()).toReversed())
  expect((await user.get('/payment_methods')).data).toMatchObject([
    { id: methods[0].id, is_active: false, is_default: false },
  ])
})

test('one removed here is known as removed when Stripe tells', async () => {
  const user = await here.stranger()
  const { id } = await here.addCard(user)
  await user.delete(`/payment_methods/${id}`)
  await here.settleDown(user)
  const sent = await sendStripe()
  const detached = sent.findLast(({ type }) => type === 'payment_method.detached')
  expect(await here.process(detached?.id ?? '')).toMatchObject({
    ...{ status: 'processed', about_account_id: user.accountId },
  })
})
