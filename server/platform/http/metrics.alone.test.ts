import { expect, test, vi } from 'vitest'
import { listening, world } from '../../test/world.ts'

test('without a token, metrics are available from the same machine and private networks, not through a proxy', async () => {
  const { app } = await world()
  const ask = async (remoteAddress: string, headers = {}) =>
    (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  for (const near of ['127.0.0.1', '::1', '10.1.2.3', '::ffff:192.168.1.5']) {
    expect([near, await ask(near)]).toEqual([near, 200])
  }
  for (const far of ['8.8.8.8', '::ffff:1.1.1.1', '2606:4700:4700::1111']) {
    expect([far, await ask(far)]).toEqual([far, 404])
  }
  expect(await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' })).toBe(404)
  expect(await ask('127.0.0.1', { forwarded: 'for=10.0.0.1' })).toBe(404)
})

test('requests are labelled with the route template', async () => {
  const { app, owner } = await world()
  await owner.get(`/users/${owner.id}`)
  await owner.get('/no/such/route')
  const { body } = await app.inject({ url: '/metrics' })
  expect(body).toContain('route="/api/v1/users/:id",status="200"')
  expect(body).not.toContain(owner.id)
  expect(body).not.toContain('no/such')
})

test('a request whose client disconnected is no longer in flight', async () => {
  const { app } = await world()
  const url = await listening(app)
  const hangUp = new AbortController()
  const poll = fetch(`${url}/api/v1/worker/leases`, {
    method: 'POST',
    headers: { authorization: 'Bearer swt_test-worker', 'content-type': 'application/json' },
    body: '{"slots":5,"wait_seconds":30}',
    signal: hangUp.signal,
  }).catch(() => {})
  const inFlight = async () => {
    const { body } = await app.inject({ url: '/metrics' })
    return Number(/^powernode_http_requests_in_flight (\d+)$/m.exec(body)?.[1])
  }
  // One more: the metrics request itself.
  await vi.waitFor(async () => expect(await inFlight()).toBe(2))
  hangUp.abort()
  await poll
  await vi.waitFor(async () => expect(await inFlight()).toBe(1), { timeout: 5000 })
})
