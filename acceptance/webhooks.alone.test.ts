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

async function receiver(...of: Parameters<typeof startReceiver>) {
  const made = await startReceiver(...of)
  receivers.push(made)
  return made
}

async function webhook({ api }: TestUser, url: string, retry_limit = 9) {
  const body = { url, retry_limit, event_types: ['account.updated' as const] }
  return dataOf(await api.POST('/api/v1/webhooks', { body }))
}

/** Changes the account so many times; each change is an event. */
async function cause({ api }: TestUser, count: number) {
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

test('standardwebhooks and svix verify what arrives, with either secret while it rotates', async () => {
  const owner = await register(installation.url)
  const target = await receiver()
  const { id, secret } = await webhook(owner, target.url)
  await cause(owner, 1)
  await until(() => target.received.length === 1, 'the first delivery came')
  const params = { path: { id } }
  const rotated = dataOf(
    await owner.api.POST('/api/v1/webhooks/{id}/rotate_secret', { params, body: {} }),
  )
  await cause(owner, 1)
  await until(() => target.received.length === 2, 'the second delivery came')

  const [first, second] = target.received
  const opens = (key: string, one = first) => {
    new StandardWebhook(key).verify(one?.body ?? '', one?.headers ?? {})
    new SvixWebhook(key).verify(one?.body ?? '', one?.headers ?? {})
  }
  opens(secret)
  opens(secret, second)
  opens(rotated.secret, second)
  expect(() => opens(rotated.secret, first)).toThrow()
})

test('a trial shows the answer of the receiver, also a bad one', async () => {
  const owner = await register(installation.url)
  const good = await receiver((reply) => reply.writeHead(200).end('thank you'))
  const bad = await receiver((reply) => reply.writeHead(500).end('out of order'))
  const trial = async (url: string) => {
    const { id } = await webhook(owner, url)
    const params = { path: { id } }
    return dataOf(await owner.api.POST('/api/v1/webhooks/{id}/test', { params, body: {} }))
  }
  expect(await trial(good.url)).toMatchObject({
    status: 'successful',
    test: true,
    http_status: 200,
    event_type: 'test.webhook',
    attempts: [{ http_status: 200, response_body: 'thank you' }],
  })
  expect(await trial(bad.url)).toMatchObject({
    status: 'failed',
    http_status: 500,
    next_retry_at: null,
    attempts: [{ response_body: 'out of order' }],
  })
  expect(await trial('http://127.0.0.1:1/closed')).toMatchObject({
    status: 'failed',
    http_status: null,
    error_message: 'The connection was refused',
  })
})

test('of a thousand events the healthy receivers get every one, however the others behave', async () => {
  const owner = await register(installation.url)
  const healthy = await receiver()
  const slow = await receiver((reply) => setTimeout(() => reply.writeHead(204).end(), SLOW_MS))
  const failing = await receiver((reply) => reply.writeHead(500).end())
  // Says “not now” to the first, and takes everything once the time it named is over.
  const busy = await receiver((reply, _, count) =>
    count === 1 ? reply.writeHead(429, { 'retry-after': '2' }).end() : reply.writeHead(204).end(),
  )
  const targets = [healthy, slow, failing, busy]
  const made = await Promise.all(targets.map(({ url }) => webhook(owner, url)))
  await cause(owner, EVENTS)

  await until(() => distinct(healthy) === EVENTS, 'the healthy receiver had all', 60)
  expect(distinct(slow)).toBeLessThan(EVENTS)
  await until(() => distinct(busy) === EVENTS, 'the busy receiver had all', 60)
  const [refused, again] = busy.received.filter(({ id }) => id === busy.received[0]?.id)
  expect(again?.at).toBeGreaterThanOrEqual((refused?.at ?? 0) + 2000)
  // Nothing came twice: a repeated delivery would carry the id of the first.
  expect(healthy.received).toHaveLength(EVENTS)

  const counts = async (id: string, status: 'pending' | 'failed' | 'successful') => {
    const params = { query: { webhook_id: id, status, per_page: 1 } }
    const { data } = await owner.api.GET('/api/v1/webhooks/deliveries', { params })
    return data?.meta.total_count ?? 0
  }
  await until(async () => (await counts(made[0]?.id ?? '', 'successful')) === EVENTS, 'all noted')
  // What is not there yet is kept, every one of it, and the failing receiver is spared further tries.
  const { id = '', circuit_status } = made[2] ?? {}
  expect(circuit_status).toBe('closed')
  const kept = (await counts(id, 'pending')) + (await counts(id, 'failed'))
  expect(kept).toBe(EVENTS)
  const params = { path: { id } }
  expect(dataOf(await owner.api.GET('/api/v1/webhooks/{id}', { params })).circuit_status).not.toBe(
    'closed',
  )
  expect(failing.received.length).toBeLessThan(100)
})

test('a worker killed in the middle loses no delivery; what comes twice has the same id', async () => {
  const owner = await register(installation.url)
  const target = await receiver((reply) => setTimeout(() => reply.writeHead(204).end(), 50))
  await webhook(owner, target.url)
  await cause(owner, 300)
  await until(() => target.received.length >= 20, 'the worker was under way')
  const { worker = 0 } = installation.pids()
  kill(worker)
  expect(distinct(target)).toBeLessThan(300)
  await until(() => distinct(target) === 300, 'every delivery had come', 90)
  await sleep(500)
  const again = target.received.length - distinct(target)
  expect(again).toBeLessThanOrEqual(10)
})

test('an address of the private network is refused where private targets are not allowed', async () => {
  const strict = await startInstallation()
  try {
    const owner = await register(strict.url)
    const target = await receiver()
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
