import type { TestUser } from '@powernode/server/test/world.ts'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { EVENT_SECRET, eventsWorld, PAYPAL_WEBHOOK } from '../../test/gateway_events.ts'
import { differencesOf } from '../../test/paying.ts'
import { MAX_EVENT_ATTEMPTS } from './retrying.ts'

let here: Awaited<ReturnType<typeof eventsWorld>>
beforeAll(async () => {
  here = await eventsWorld()
})
afterEach(() => vi.useRealTimers())
afterAll(() => here.close())

/** An account with an invoice that Stripe charged, but whose worker died before it reported that. */
async function chargedUnreported() {
  const user = await here.stranger()
  const { id: payment_method_id } = await here.addCard(user)
  const invoice = await here.invoiceFor(user)
  await here.double.sendEvents({ to: `${here.url}/webhooks/stripe`, secret: EVENT_SECRET })
  here.double.failNext({ operation: 'payment_intents.confirm', how: 'drop_after' })
  await here.pay(user, invoice, { payment_method_id })
  const to = `${here.url}/webhooks/stripe`
  const sent = await here.double.sendEvents({ to, secret: EVENT_SECRET, shuffle: 7, double: true })
  return { user, invoice, sent }
}

const invoiceOf = async (user: TestUser, { id }: { id: string }) =>
  (await user.get(`/invoices/${id}`)).data

describe('an event about a payment', () => {
  test('pays the invoice whose answer was lost, once, whatever comes again', async () => {
    const { user, invoice, sent } = await chargedUnreported()
    expect((await invoiceOf(user, invoice)).status).toBe('open')
    const paid = sent.find(({ type }) => type === 'payment_intent.succeeded')
    expect(paid?.status).toBe(200)
    expect(await here.process(paid?.id ?? '')).toMatchObject({
      status: 'processed',
      about_account_id: user.accountId,
    })
    await here.settleDown(user)
    for (const { id } of sent) await here.process(id)
    await here.settleDown(user)
    expect((await invoiceOf(user, invoice)).status).toBe('paid')
    const payments = await here.paymentsOf(user)
    expect(payments.map(({ status }) => status)).toEqual(['succeeded'])
    expect(await differencesOf(user)).toEqual([])
  })

  test('is not believed: nothing is paid that the gateway does not confirm', async () => {
    const user = await here.stranger()
    await here.addCard(user, 'pm_card_chargeDeclined')
    const invoice = await here.invoiceFor(user)
    await here.pay(user, invoice)
    const [payment] = await here.paymentsOf(user)
    const payment_data = {
      ...{ external_id: payment?.intent_id, amount_cents: 2900, currency: 'USD' },
      payment_intent_id: payment?.intent_id,
    }
    const notice = { event_type: 'payment_intent.succeeded', provider: 'stripe', payment_data }
    const { data } = await here.worker.post('/webhooks/payment_intent_succeeded', {
      ...notice,
      event_id: `evt_lie_${user.id}`,
    })
    expect(data).toMatchObject({ processed: true, duplicate: false, payment_id: payment?.id })
    await here.settleDown(user)
    expect((await invoiceOf(user, invoice)).status).toBe('open')
    expect((await here.paymentsOf(user)).map(({ status }) => status)).toEqual(['failed'])
    const again = await here.worker.post('/webhooks/payment_intent_succeeded', {
      ...notice,
      event_id: `evt_lie_${user.id}`,
    })
    expect(again.data).toMatchObject({ duplicate: true })
  })

  test('about nothing known here is tried ten times over days, then skipped', async () => {
    const object = {
      id: `pi_${here.owner.id}`,
      amount: 2900,
      amount_received: 2900,
      currency: 'usd',
    }
    const event = here.eventOf({ type: 'payment_intent.succeeded', data: { object } })
    await here.send(JSON.stringify(event))
    for (let attempt = 1; attempt < MAX_EVENT_ATTEMPTS; attempt++) {
      expect(await here.process(event.id)).toMatchObject({
        ...{ status: 'pending', attempts: attempt, ignored_reason: 'not_found' },
        due_at: expect.any(Date),
      })
    }
    expect(await here.process(event.id)).toMatchObject({ status: 'skipped', due_at: null })
  })

  test('of an earlier turn does nothing', async () => {
    const event = here.eventOf()
    await here.send(JSON.stringify(event))
    const stored = await here.storedOf(event.id)
    const begin = (turn: number) =>
      here.worker.post(`/internal/gateway_events/${stored?.id}/begin`, { turn })
    expect((await begin(2)).data.event).toBeNull()
    // A worker that died after it read the event is followed by another.
    expect((await begin(1)).data.event).toMatchObject({ external_id: event.id })
    expect((await here.process(event.id))?.status).toBe('skipped')
    expect((await begin(1)).data.event).toBeNull()
  })
})

test('events in any order leave a subscription of a gateway in the same state', async () => {
  const states = ['active', 'past_due', 'unpaid', 'paused', 'canceled', 'trialing', 'odd']
  const moments = fc.array(fc.record({ status: fc.constantFrom(...states), at: fc.nat(3) }), {
    minLength: 2,
    maxLength: 5,
  })
  const plan = (
    await here.admin.post('/plans', { name: `Orders ${here.owner.id}`, price_cents: 0 })
  ).data
  async function endOf(events: { id: string; status: string; at: number }[]) {
    const user = await here.stranger()
    const { data } = await user.post('/subscriptions', { plan_id: plan.id })
    const external_id = `sub_${user.id}`
    await here.platform.database
      .updateTable('subscriptions')
      .set({ collected_by: 'gateway', gateway: 'stripe', gateway_subscription_id: external_id })
      .where('id', '=', data.id)
      .execute()
    for (const { id, status, at } of events) {
      const answer = await here.worker.post('/webhooks/subscription_updated', {
        ...{ event_type: 'customer.subscription.updated', provider: 'stripe' },
        ...{
          event_id: `${id}_${user.id}`,
          occurred_at: new Date(1.7e12 + at * 1000).toISOString(),
        },
        subscription_data: { external_id, status },
      })
      expect([answer.status, answer.data.subscription_id]).toEqual([200, data.id])
    }
    const { status } = await here.platform.database
      .selectFrom('subscriptions')
      .select('status')
      .where('id', '=', data.id)
      .executeTakeFirstOrThrow()
    return status
  }
  await fc.assert(
    fc.asyncProperty(moments, fc.nat(), async (given, seed) => {
      const events = given.map((one, index) => ({ ...one, id: `e${index}` }))
      const shuffled = events.toSorted((a, b) => ((a.at + seed) % 7) - ((b.at + seed * 3) % 5))
      expect(await endOf(shuffled.toReversed())).toBe(await endOf(events))
    }),
    { numRuns: 15 },
  )
})

test('a payment method attached at Stripe is stored; one removed here does not come back', async () => {
  const user = await here.stranger()
  const { id } = await here.addCard(user)
  const sent = await here.double.sendEvents({
    to: `${here.url}/webhooks/stripe`,
    secret: EVENT_SECRET,
  })
  const attached = sent.findLast(({ type }) => type === 'payment_method.attached')
  expect((await here.process(attached?.id ?? ''))?.status).toBe('processed')
  expect((await user.get('/payment_methods')).data).toHaveLength(1)
  await user.delete(`/payment_methods/${id}`)
  const stored = await here.storedOf(attached?.id ?? '')
  const copy = { ...JSON.parse(String(stored?.raw)), id: `${attached?.id}_again` }
  await here.send(JSON.stringify(copy))
  expect(await here.process(copy.id)).toMatchObject({ status: 'skipped', ignored_reason: 'stale' })
  expect((await user.get('/payment_methods')).data).toEqual([])
})

describe('PayPal', () => {
  const to = () => `${here.url}/api/v1/webhooks/paypal`

  test('events are accepted with a certificate that a worker fetches, and pay', async () => {
    const user = await here.stranger()
    const post = (path: string, body: object = {}) =>
      here.whileWorking(user, () => user.post(path, body))
    const { data: setup } = await post('/payment_methods/setup_intent', { gateway: 'paypal' })
    here.paypal.approve(setup.setup_token, 'pays')
    await post('/payment_methods', { setup_token: setup.setup_token })
    const invoice = await here.invoiceFor(user)
    here.paypal.failNext({ operation: 'orders.create', how: 'drop_after' })
    await here.pay(user, invoice)
    const sent = await here.whileFetching(
      here.paypal.sendEvents({ to: to(), webhookId: PAYPAL_WEBHOOK, double: true }),
    )
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]))
    for (const { id } of sent) await here.process(id)
    await here.settleDown(user)
    expect((await invoiceOf(user, invoice)).status).toBe('paid')
    expect(await differencesOf(user)).toEqual([])
  })
})
