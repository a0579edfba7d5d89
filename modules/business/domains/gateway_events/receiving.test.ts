import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { EVENT_SECRET, eventsWorld, secondsOf, signEvent } from '../../test/gateway_events.ts'

let here: Awaited<ReturnType<typeof eventsWorld>>
beforeAll(async () => {
  here = await eventsWorld()
})
afterEach(() => vi.useRealTimers())
afterAll(() => here.close())

describe('the receiver of Stripe', () => {
  test('stores a signed event once, under both paths', async () => {
    const event = here.eventOf()
    const raw = JSON.stringify(event)
    const first = await here.send(raw)
    expect([first.status, first.body.data]).toEqual([200, { received: true, duplicate: false }])
    const again = await here.send(raw, signEvent(raw), '/webhooks/stripe')
    expect([again.status, again.body.data]).toEqual([200, { received: true, duplicate: true }])
    expect(await here.storedOf(event.id)).toMatchObject({
      status: 'pending',
      raw: Buffer.from(raw),
    })
  })

  test('stores what arrives at once, each event once', async () => {
    const events = Array.from({ length: 40 }, () => here.eventOf())
    const sent = await Promise.all(
      [...events, ...events].map((event) => here.send(JSON.stringify(event))),
    )
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]))
    expect(sent.filter(({ body }) => body.data.duplicate)).toHaveLength(events.length)
    const stored = await Promise.all(events.map(({ id }) => here.storedOf(id)))
    expect(stored.map((event) => event?.status)).toEqual(events.map(() => 'pending'))
    const jobs = await here.platform.pool.query(
      `select from pgboss.job where data->'input'->>'event_id' = any($1)`,
      [stored.map((event) => event?.id)],
    )
    expect(jobs.rowCount).toBe(events.length)
  })

  test.each([
    ['a wrong secret', (raw: string) => signEvent(raw, 'whsec_other')],
    [
      'a time of long ago',
      (raw: string) => signEvent(raw, EVENT_SECRET, secondsOf(new Date()) - 301),
    ],
    ['a time to come', (raw: string) => signEvent(raw, EVENT_SECRET, secondsOf(new Date()) + 302)],
    ['nothing', () => ''],
    ['nonsense', () => 't=1,v1=zz'],
    ['two times', (raw: string) => `${signEvent(raw)},t=1`],
  ])('refuses what is signed with %s, and stores nothing', async (_, signatureOf) => {
    const event = here.eventOf()
    const raw = JSON.stringify(event)
    const { status, body } = await here.send(raw, signatureOf(raw))
    expect([status, body.code]).toEqual([400, 'invalid_signature'])
    expect(await here.storedOf(event.id)).toBeUndefined()
  })

  test.each(['', '{"id":"evt_1","type":"a', '[]', '{"id":"evt_1"}', '\u{1f600}'])(
    'refuses %j although it is signed',
    async (raw) => {
      const { status, body } = await here.send(raw)
      expect([status, body.code]).toEqual([400, 'bad_request'])
    },
  )

  test('stores NUL and halves of surrogate pairs as they came', async () => {
    const event = here.eventOf()
    const raw = JSON.stringify({ ...event, data: { object: {} } }).replace('{}', '"\\u0000\\ud800"')
    expect((await here.send(raw)).status).toBe(200)
    expect((await here.storedOf(event.id))?.raw.toString()).toBe(raw)
    expect((await here.process(event.id))?.status).toBe('skipped')
  })

  test('refuses more than a mebibyte', async () => {
    const raw = JSON.stringify(here.eventOf({ data: 'x'.repeat(1_100_000) }))
    expect((await here.send(raw)).status).toBe(413)
  })

  test('does not store an event of live mode while it is in test mode', async () => {
    const event = here.eventOf({ livemode: true })
    const { status, body } = await here.send(JSON.stringify(event))
    expect([status, body.data.received]).toEqual([200, false])
    expect(await here.storedOf(event.id)).toBeUndefined()
  })

  test('takes 300 at once, each of them once', async () => {
    const events = Array.from({ length: 100 }, () => here.eventOf())
    const answers = await Promise.all(
      [...events, ...events, ...events].map((event) => here.send(JSON.stringify(event))),
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
    const raw = JSON.stringify(here.eventOf())
    return (await here.send(raw, signEvent(raw, secret))).status
  }
  await replace(older)
  await replace(newer)
  expect([await statusOf(older), await statusOf(newer)]).toEqual([200, 200])
  here.travel(25 * 60)
  expect([await statusOf(older), await statusOf(newer)]).toEqual([400, 200])
  vi.useRealTimers()
  await replace(null)
  expect(await statusOf(EVENT_SECRET)).toBe(200)
})

test('events of PayPal with a certificate from elsewhere are refused', async () => {
  const headers = {
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-transmission-id': 'a',
    'paypal-transmission-time': new Date().toISOString(),
    'paypal-transmission-sig': 'AAAA',
  }
  for (const at of ['https://evil.example/v1/notifications/certs/a', 'http://api.paypal.com/a']) {
    const response = await fetch(`${here.url}/api/v1/webhooks/paypal`, {
      method: 'POST',
      headers: { ...headers, 'paypal-cert-url': at },
      body: '{}',
    })
    const { code } = (await response.json()) as { code: string }
    expect([response.status, code]).toEqual([400, 'invalid_signature'])
  }
})

test('administrators see events without secrets, and have them processed again', async () => {
  const object = { id: 'x', client_secret: 'pi_secret', note: 'card 4242 4242 4242 4242' }
  const event = here.eventOf({ data: { object } })
  await here.send(JSON.stringify(event))
  await here.process(event.id)
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
