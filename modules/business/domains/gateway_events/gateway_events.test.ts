import { createHmac } from 'node:crypto'
import { listening, type TestUser, WORKER_TOKEN } from '@powernode/server/test/world.ts'
import { createApi } from '@powernode/worker/client.ts'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { caches } from '../payment_gateways/configuration.ts'
import handlers from './handlers.ts'
import { MAX_EVENT_ATTEMPTS } from './retrying.ts'

const SECRET = 'whsec_SigningSecretOfTests01'
const WEBHOOK_ID = '1JE4291016473214C'

let here: Awaited<ReturnType<typeof payingWorld>>
let url: string
let work: Parameters<typeof handlers.handlers.process_gateway_event>[1]

beforeAll(async () => {
  here = await payingWorld()
  Object.assign(here.platform.environment, {
    STRIPE_WEBHOOK_SECRET: SECRET,
    PAYPAL_WEBHOOK_ID: WEBHOOK_ID,
    PAYPAL_EVENTS_ROOT: here.paypal.root,
  })
  url = await listening(here.app)
  const config = { url, token: WORKER_TOKEN, concurrency: 5 }
  const api = createApi(config as Parameters<typeof createApi>[0])
  const { signal } = new AbortController()
  work = { api, outcomes: api, log: pino({ level: 'silent' }), signal }
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  const { environment } = here.platform
  for (const name of ['STRIPE_WEBHOOK_SECRET', 'PAYPAL_WEBHOOK_ID', 'PAYPAL_EVENTS_ROOT']) {
    Object.assign(environment, { [name]: undefined })
  }
  caches.gateway_settings.drop(here.platform)
  await here.close()
})

const db = () => here.platform.database
const secondsOf = (time: Date) => Math.floor(time.getTime() / 1000)
const sign = (raw: string, secret = SECRET, seconds = secondsOf(new Date())) =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${raw}`).digest('hex')}`

async function send(raw: string, signature = sign(raw), path = '/api/v1/webhooks/stripe') {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: raw })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

let count = 0
const eventOf = (fields: object = {}) => {
  count++
  const id = `evt_${here.owner.id}_${count}`
  return { id, type: 'brand.new', created: secondsOf(new Date()), livemode: false, ...fields }
}

const storedOf = (external_id: string) =>
  db()
    .selectFrom('gateway_events')
    .selectAll()
    .where('external_id', '=', external_id)
    .executeTakeFirst()

/** Runs the current job of an event as a worker does. */
async function process(external_id: string) {
  const event = await storedOf(external_id)
  if (!event) throw new Error('not stored')
  await handlers.handlers.process_gateway_event({ event_id: event.id, turn: event.turn }, work)
  return storedOf(external_id)
}

/** Fetches certificates for the receiver while `request` runs, as a worker does. */
async function whileFetching<T>(request: Promise<T>): Promise<T> {
  let isDone = false
  const fetching = (async () => {
    while (!isDone) {
      const unknown = await db()
        .selectFrom('gateway_certificates')
        .select(['id', 'url'])
        .where('pem', 'is', null)
        .execute()
      for (const { id, url: at } of unknown) {
        const address = `${here.paypal.url}${new URL(at).pathname}`
        await handlers.handlers.fetch_gateway_certificate({ certificate_id: id, address }, work)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return request.finally(async () => {
    isDone = true
    await fetching
  })
}

describe('the receiver of Stripe', () => {
  test('stores a signed event once, under both paths', async () => {
    const event = eventOf()
    const raw = JSON.stringify(event)
    const first = await send(raw)
    expect([first.status, first.body.data]).toEqual([200, { received: true, duplicate: false }])
    const again = await send(raw, sign(raw), '/webhooks/stripe')
    expect([again.status, again.body.data]).toEqual([200, { received: true, duplicate: true }])
    expect(await storedOf(event.id)).toMatchObject({ status: 'pending', raw: Buffer.from(raw) })
  })

  test.each([
    ['a wrong secret', (raw: string) => sign(raw, 'whsec_other')],
    ['a time of long ago', (raw: string) => sign(raw, SECRET, secondsOf(new Date()) - 301)],
    ['a time to come', (raw: string) => sign(raw, SECRET, secondsOf(new Date()) + 302)],
    ['nothing', () => ''],
    ['nonsense', () => 't=1,v1=zz'],
    ['two times', (raw: string) => `${sign(raw)},t=1`],
  ])('refuses what is signed with %s, and stores nothing', async (_, signatureOf) => {
    const event = eventOf()
    const raw = JSON.stringify(event)
    const { status, body } = await send(raw, signatureOf(raw))
    expect([status, body.code]).toEqual([400, 'invalid_signature'])
    expect(await storedOf(event.id)).toBeUndefined()
  })

  test.each(['', '{"id":"evt_1","type":"a', '[]', '{"id":"evt_1"}', '\u{1f600}'])(
    'refuses %j although it is signed',
    async (raw) => {
      const { status, body } = await send(raw)
      expect([status, body.code]).toEqual([400, 'bad_request'])
    },
  )

  test('stores NUL and halves of surrogate pairs as they came', async () => {
    const event = eventOf()
    const raw = JSON.stringify({ ...event, data: { object: {} } }).replace('{}', '"\\u0000\\ud800"')
    expect((await send(raw)).status).toBe(200)
    expect((await storedOf(event.id))?.raw.toString()).toBe(raw)
    expect((await process(event.id))?.status).toBe('skipped')
  })

  test('refuses more than a mebibyte', async () => {
    const raw = JSON.stringify(eventOf({ data: 'x'.repeat(1_100_000) }))
    expect((await send(raw)).status).toBe(413)
  })

  test('does not store an event of live mode while it is in test mode', async () => {
    const event = eventOf({ livemode: true })
    const { status, body } = await send(JSON.stringify(event))
    expect([status, body.data.received]).toEqual([200, false])
    expect(await storedOf(event.id)).toBeUndefined()
  })

  test('takes 300 at once, each of them once', async () => {
    const events = Array.from({ length: 100 }, () => eventOf())
    const answers = await Promise.all(
      [...events, ...events, ...events].map((event) => send(JSON.stringify(event))),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(answers.filter(({ body }) => !body.data.duplicate)).toHaveLength(100)
  })
})

test('a replaced secret is accepted until it retires', async () => {
  const replace = (webhook_secret: string | null) =>
    here.admin.patch('/payment_gateways/stripe', { webhook_secret })
  const [older, newer] = ['whsec_OlderSecretOfTests01', 'whsec_NewerSecretOfTests01']
  const statusOf = async (secret: string) => {
    const raw = JSON.stringify(eventOf())
    return (await send(raw, sign(raw, secret))).status
  }
  await replace(older)
  await replace(newer)
  expect([await statusOf(older), await statusOf(newer)]).toEqual([200, 200])
  here.travel(25 * 60)
  expect([await statusOf(older), await statusOf(newer)]).toEqual([400, 200])
  vi.useRealTimers()
  await replace(null)
  expect(await statusOf(SECRET)).toBe(200)
})

/** An account with an invoice that Stripe charged, but whose worker died before it reported that. */
async function chargedUnreported() {
  const user = await here.stranger()
  const { id: payment_method_id } = await here.addCard(user)
  const invoice = await here.invoiceFor(user)
  await here.double.sendEvents({ to: `${url}/webhooks/stripe`, secret: SECRET })
  here.double.failNext({ operation: 'payment_intents.confirm', how: 'drop_after' })
  await here.pay(user, invoice, { payment_method_id })
  const to = `${url}/webhooks/stripe`
  const sent = await here.double.sendEvents({ to, secret: SECRET, shuffle: 7, double: true })
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
    expect(await process(paid?.id ?? '')).toMatchObject({
      status: 'processed',
      about_account_id: user.accountId,
    })
    await here.settleDown(user)
    for (const { id } of sent) await process(id)
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
    const event = eventOf({ type: 'payment_intent.succeeded', data: { object } })
    await send(JSON.stringify(event))
    for (let attempt = 1; attempt < MAX_EVENT_ATTEMPTS; attempt++) {
      expect(await process(event.id)).toMatchObject({
        ...{ status: 'pending', attempts: attempt, ignored_reason: 'not_found' },
        due_at: expect.any(Date),
      })
    }
    expect(await process(event.id)).toMatchObject({ status: 'skipped', due_at: null })
  })

  test('of an earlier turn does nothing', async () => {
    const event = eventOf()
    await send(JSON.stringify(event))
    const stored = await storedOf(event.id)
    const begin = (turn: number) =>
      here.worker.post(`/internal/gateway_events/${stored?.id}/begin`, { turn })
    expect((await begin(2)).data.event).toBeNull()
    // A worker that died after it read the event is followed by another.
    expect((await begin(1)).data.event).toMatchObject({ external_id: event.id })
    expect((await process(event.id))?.status).toBe('skipped')
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
    await db()
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
    const { status } = await db()
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
  const sent = await here.double.sendEvents({ to: `${url}/webhooks/stripe`, secret: SECRET })
  const attached = sent.findLast(({ type }) => type === 'payment_method.attached')
  expect((await process(attached?.id ?? ''))?.status).toBe('processed')
  expect((await user.get('/payment_methods')).data).toHaveLength(1)
  await user.delete(`/payment_methods/${id}`)
  const stored = await storedOf(attached?.id ?? '')
  const copy = { ...JSON.parse(String(stored?.raw)), id: `${attached?.id}_again` }
  await send(JSON.stringify(copy))
  expect(await process(copy.id)).toMatchObject({ status: 'skipped', ignored_reason: 'stale' })
  expect((await user.get('/payment_methods')).data).toEqual([])
})

describe('PayPal', () => {
  const to = () => `${url}/api/v1/webhooks/paypal`

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
    const sent = await whileFetching(
      here.paypal.sendEvents({ to: to(), webhookId: WEBHOOK_ID, double: true }),
    )
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]))
    for (const { id } of sent) await process(id)
    await here.settleDown(user)
    expect((await invoiceOf(user, invoice)).status).toBe('paid')
    expect(await differencesOf(user)).toEqual([])
  })

  test('events for another webhook, or with a certificate from elsewhere, are refused', async () => {
    const headers = {
      'paypal-auth-algo': 'SHA256withRSA',
      'paypal-transmission-id': 'a',
      'paypal-transmission-time': new Date().toISOString(),
      'paypal-transmission-sig': 'AAAA',
    }
    for (const at of ['https://evil.example/v1/notifications/certs/a', 'http://api.paypal.com/a']) {
      const response = await fetch(to(), {
        method: 'POST',
        headers: { ...headers, 'paypal-cert-url': at },
        body: '{}',
      })
      expect([response.status, (await response.json()).code]).toEqual([400, 'invalid_signature'])
    }
  })
})

test('administrators see events without secrets, and have them processed again', async () => {
  const object = { id: 'x', client_secret: 'pi_secret', note: 'card 4242 4242 4242 4242' }
  const event = eventOf({ data: { object } })
  await send(JSON.stringify(event))
  await process(event.id)
  const path = `/payment_gateways/stripe/webhook_events?status=skipped&event_type=brand.new`
  const { data } = await here.admin.get(path)
  const listed = data.find((one: { external_id: string }) => one.external_id === event.id)
  expect(listed).toMatchObject({ status: 'skipped', ignored_reason: 'unknown_type', attempts: 1 })
  const detail = await here.admin.get(`/gateway_events/${listed.id}`)
  expect(detail.data.payload.data.object).toEqual({
    ...{ id: 'x', client_secret: '[redacted]', note: 'card [redacted]' },
  })
  const retried = await here.admin.post(`/gateway_events/${listed.id}/retry`)
  expect([retried.status, retried.data.status]).toEqual([200, 'pending'])
  expect((await here.owner.get(path)).status).toBe(403)
  expect((await here.admin.get('/payment_gateways/none/webhook_events')).status).toBe(404)
})
