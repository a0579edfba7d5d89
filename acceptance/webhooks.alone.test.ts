import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from './client.ts'
import { startInstallation } from './installation.ts'
import { register, type TestUser } from './people.ts'
import { kill } from './processes.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const EVENTS = 1000
const SLOW_MS = 2000

let installation: Installation
const receivers: Receiver[] = []

beforeAll(async () => {
  installation = await startInstallation({ WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true' })
})
afterAll(async () => {
  await installation?.stop()
  for (const receiver of receivers) await receiver.stop()
})

async function addReceiver(...options: Parameters<typeof startReceiver>) {
  const receiver = await startReceiver(...options)
  receivers.push(receiver)
  return receiver
}

async function addWebhook({ api }: TestUser, url: string, retry_limit = 9) {
  const body = { url, retry_limit, event_types: ['account.updated' as const] }
  return dataOf(await api.POST('/api/v1/webhooks', { body }))
}

/** Causes `count` events by changing the account. */
async function causeEvents({ api }: TestUser, count: number) {
  const names = Array.from({ length: count }, (_, index) => `Company ${index}`)
  for (let from = 0; from < count; from += 10) {
    await Promise.all(
      names
        .slice(from, from + 10)
        .map(async (name) =>
          dataOf(await api.PATCH('/api/v1/accounts/current', { body: { name } })),
        ),
    )
  }
}

const distinct = ({ received }: Receiver) => new Set(received.map(({ id }) => id)).size

test('standardwebhooks and svix verify deliveries, with both secrets during a rotation', async () => {
  const owner = await register(installation.url)
  const target = await addReceiver()
  const { id, secret } = await addWebhook(owner, target.url)
  await causeEvents(owner, 1)
  await until(() => target.received.length === 1, 'the first delivery arrived')
  const params = { path: { id } }
  const rotated = dataOf(
    await owner.api.POST('/api/v1/webhooks/{id}/rotate_secret', { params, body: {} }),
  )
  await causeEvents(owner, 1)
  await until(() => target.received.length === 2, 'the second delivery arrived')

  const [first, second] = target.received
  const verify = (key: string, delivery = first) => {
    new StandardWebhook(key).verify(delivery?.body ?? '', delivery?.headers ?? {})
    new SvixWebhook(key).verify(delivery?.body ?? '', delivery?.headers ?? {})
  }
  verify(secret)
  verify(secret, second)
  verify(rotated.secret, second)
  expect(() => verify(rotated.secret, first)).toThrow()
})

test('a test delivery shows the response of the receiver, also a failure', async () => {
  const owner = await register(installation.url)
  const good = await addReceiver((reply) => reply.writeHead(200).end('thank you'))
  const bad = await addReceiver((reply) => reply.writeHead(500).end('out of order'))
  const testDelivery = async (url: string) => {
    const { id } = await addWebhook(owner, url)
    const params = { path: { id } }
    return dataOf(await owner.api.POST('/api/v1/webhooks/{id}/test', { params, body: {} }))
  }
  expect(await testDelivery(good.url)).toMatchObject({
    status: 'successful',
    test: true,
    http_status: 200,
    event_type: 'test.webhook',
    attempts: [{ http_status: 200, response_body: 'thank you' }],
  })
  expect(await testDelivery(bad.url)).toMatchObject({
    status: 'failed',
    http_status: 500,
    next_retry_at: null,
    attempts: [{ response_body: 'out of order' }],
  })
  expect(await testDelivery('http://127.0.0.1:1/closed')).toMatchObject({
    status: 'failed',
    http_status: null,
    error_message: 'The connection was refused',
  })
})

test('healthy receivers get all of a thousand events, however the others behave', async () => {
  const owner = await register(installation.url)
  const healthy = await addReceiver()
  const slow = await addReceiver((reply) => setTimeout(() => reply.writeHead(204).end(), SLOW_MS))
  const failing = await addReceiver((reply) => reply.writeHead(500).end())
  // Refuses the first delivery with Retry-After, and accepts everything afterwards.
  const busy = await addReceiver((reply, _, count) =>
    count === 1 ? reply.writeHead(429, { 'retry-after': '2' }).end() : reply.writeHead(204).end(),
  )
  const targets = [healthy, slow, failing, busy]
  const webhooks = await Promise.all(targets.map(({ url }) => addWebhook(owner, url)))
  await causeEvents(owner, EVENTS)

  await until(() => distinct(healthy) === EVENTS, 'the healthy receiver had all events', 60)
  expect(distinct(slow)).toBeLessThan(EVENTS)
  await until(() => distinct(busy) === EVENTS, 'the busy receiver had all events', 60)
  const [refused, again] = busy.received.filter(({ id }) => id === busy.received[0]?.id)
  expect(again?.at).toBeGreaterThanOrEqual((refused?.at ?? 0) + 2000)
  // No delivery was repeated.
  expect(healthy.received).toHaveLength(EVENTS)

  const counts = async (id: string, status: 'pending' | 'failed' | 'successful') => {
    const params = { query: { webhook_id: id, status, per_page: 1 } }
    const { data } = await owner.api.GET('/api/v1/webhooks/deliveries', { params })
    return data?.meta.total_count ?? 0
  }
  await until(
    async () => (await counts(webhooks[0]?.id ?? '', 'successful')) === EVENTS,
    'all deliveries were recorded',
  )
  // All undelivered events are kept, and the failing receiver gets no more attempts.
  const { id = '', circuit_status } = webhooks[2] ?? {}
  expect(circuit_status).toBe('closed')
  const kept = (await counts(id, 'pending')) + (await counts(id, 'failed'))
  expect(kept).toBe(EVENTS)
  const params = { path: { id } }
  expect(dataOf(await owner.api.GET('/api/v1/webhooks/{id}', { params })).circuit_status).not.toBe(
    'closed',
  )
  expect(failing.received.length).toBeLessThan(100)
})

test('killing a worker loses no delivery, and repeated deliveries have the same id', async () => {
  const owner = await register(installation.url)
  const target = await addReceiver((reply) => setTimeout(() => reply.writeHead(204).end(), 50))
  await addWebhook(owner, target.url)
  await causeEvents(owner, 300)
  await until(() => target.received.length >= 20, 'the worker had sent some deliveries')
  const { worker = 0 } = installation.pids()
  kill(worker)
  expect(distinct(target)).toBeLessThan(300)
  await until(() => distinct(target) === 300, 'every delivery had arrived', 90)
  await sleep(500)
  const repeated = target.received.length - distinct(target)
  expect(repeated).toBeLessThanOrEqual(10)
})

test('a private address is refused unless private targets are allowed', async () => {
  const strict = await startInstallation()
  try {
    const owner = await register(strict.url)
    const target = await addReceiver()
    const { response, error } = await owner.api.POST('/api/v1/webhooks', {
      body: { url: target.url },
    })
    expect(response.status).toBe(422)
    expect(error).toMatchObject({ errors: { url: [expect.any(String)] } })
    expect(target.received).toEqual([])
  } finally {
    await strict.stop()
  }
})
