import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from './client.ts'
import { type Collector, type Span, startCollector } from './collector.ts'
import { startInstallation } from './installation.ts'
import { PASSWORD, register, type TestUser } from './people.ts'
import { type Received, type Receiver, startReceiver } from './receiver.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const SERVER = 2
const CLIENT = 3
const PRODUCER = 4
const CONSUMER = 5

let installation: Installation
let collector: Collector
let receiver: Receiver
let owner: TestUser
let webhookUrl: string

beforeAll(async () => {
  collector = await startCollector()
  receiver = await startReceiver()
  installation = await startInstallation({
    WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true',
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  })
  owner = await register(installation.url)
  webhookUrl = `${receiver.url}/a-secret-in-the-path?key=a-secret-in-the-query`
  const body = { url: webhookUrl, event_types: ['account.updated' as const] }
  dataOf(await owner.api.POST('/api/v1/webhooks', { body }))
})
afterAll(async () => {
  await installation?.stop()
  await collector?.stop()
  await receiver?.stop()
})

/** Changes the account within a trace; waits for the webhook delivery of this change. */
async function rename(name: string, traceparent: string, requestId: string): Promise<Received> {
  const headers = { traceparent, 'x-request-id': requestId }
  const body = { name }
  const { length } = receiver.received
  await installation.call('PATCH', '/api/v1/accounts/current', {
    token: owner.token,
    headers,
    body,
  })
  return until(() => receiver.received[length], 'the webhook arrived')
}

const ofTrace = (id: string) => collector.spans.filter(({ traceId }) => traceId === id)

test('a change is one trace: request, transaction, job and delivery, each the child of the one before', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const caller = 'b7ad6b7169203331'
  const delivery = await rename('Traced', `00-${traceId}-${caller}-01`, 'traced-request')
  const find = (kind: number, name: string) =>
    ofTrace(traceId).find((span) => span.kind === kind && span.name === name)
  const consumer = await until(
    () => find(CONSUMER, 'process deliver_webhook'),
    'the span of the job arrived',
  )
  const request = (await until(
    () => find(SERVER, 'PATCH /api/v1/accounts/current'),
    'the span of the request arrived',
  )) as Span
  const producer = find(PRODUCER, 'send deliver_webhook')
  const call = find(CLIENT, 'POST')

  expect(request).toMatchObject({ parentSpanId: caller, service: 'powernode-server' })
  expect(request.attributes).toMatchObject({
    'http.request.method': 'PATCH',
    'http.route': '/api/v1/accounts/current',
    'http.response.status_code': 200,
    'powernode.request_id': 'traced-request',
  })
  const parents = ofTrace(traceId).filter(({ spanId }) => spanId === producer?.parentSpanId)
  expect(parents).toMatchObject([{ name: 'transaction', parentSpanId: request.spanId }])
  expect(consumer).toMatchObject({ parentSpanId: producer?.spanId, service: 'powernode-worker' })
  expect(consumer.attributes).toMatchObject({
    'messaging.destination.name': 'webhooks',
    'powernode.job': 'deliver_webhook',
  })
  expect(call).toMatchObject({ parentSpanId: consumer.spanId, service: 'powernode-worker' })
  expect(call?.attributes).toMatchObject({
    'http.response.status_code': 204,
    'server.address': '127.0.0.1',
  })
  // The requests of the worker to the server are part of the trace too.
  await until(
    () => find(SERVER, 'POST /api/v1/internal/webhook_deliveries/outcomes'),
    'the span of the worker’s report arrived',
  )
  expect(delivery.headers.traceparent).toBe(`00-${traceId}-${call?.spanId}-01`)
  expect(delivery.headers.tracestate).toBeUndefined()

  const line = await until(
    () => installation.up.output.stdout.split('\n').find((text) => text.includes('traced-request')),
    'the request was logged',
  )
  expect(JSON.parse(line)).toMatchObject({ trace_id: traceId, span_id: request.spanId })
})

test('a trace that the caller does not sample is not sampled, down to the receiver', async () => {
  const traceId = '1bf7651916cd43dd8448eb211c80319d'
  const delivery = await rename('Unrecorded', `00-${traceId}-b7ad6b7169203331-00`, 'unrecorded')
  expect(delivery.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`))
  const marker = '2cf7651916cd43dd8448eb211c80319e'
  await installation.call('GET', '/api/v1/auth/me', {
    token: owner.token,
    headers: { traceparent: `00-${marker}-b7ad6b7169203331-01` },
  })
  await until(() => ofTrace(marker).length > 0, 'the span of a later request arrived')
  expect(ofTrace(traceId)).toEqual([])
})

test('spans contain no secrets, personal data or queries', async () => {
  const traceId = '3df7651916cd43dd8448eb211c80319f'
  const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` }
  const paths = [`/api/v1/users/${owner.id}?hidden=in-the-query`, '/api/v1/invitations/in-the-path']
  for (const path of paths) await installation.call('GET', path, { token: owner.token, headers })
  const wrong = { email: owner.email, password: 'Wrong-Horse-7-Battery' }
  await installation.call('POST', '/api/v1/auth/login', { headers, body: wrong })
  await until(
    () => ofTrace(traceId).find(({ name }) => name === 'POST /api/v1/auth/login'),
    'the span of the sign-in arrived',
  )
  const exported = collector.spans.map(({ raw }) => raw).join('\n')
  const secrets = [PASSWORD, wrong.password, owner.token, owner.refreshToken, 'a-secret-in-the']
  const personal = [owner.id, owner.accountId, owner.email, owner.name]
  for (const hidden of [...secrets, ...personal, 'in-the-query', 'in-the-path']) {
    expect(exported).not.toContain(hidden)
  }
  const names = new Set(collector.spans.map(({ name }) => name))
  expect(names).toContain('GET /api/v1/users/:id')
  expect([...names].filter((name) => /health|leases|metrics|receive/.test(name))).toEqual([])
})
