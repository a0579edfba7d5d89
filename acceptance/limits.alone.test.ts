import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataOf, type Reply } from './client.ts'
import { startInstallation } from './installation.ts'
import { register, type TestUser } from './people.ts'
import { environmentOf, kill } from './processes.ts'
import { type RedisServer, startRedis } from './redis.ts'
import { type SecondServer, startSecond } from './second.ts'
import { openSocket, type Socket } from './socket.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const CLIENTS = 8

let redis: RedisServer
let installation: Installation
let second: SecondServer
let owner: TestUser

beforeAll(async () => {
  redis = await startRedis()
  installation = await startInstallation({ DISABLE_RATE_LIMITING: 'false', REDIS_URL: redis.url })
  second = await startSecond(installation)
  owner = await register(installation.url)
})
afterAll(async () => {
  await second?.stop()
  await installation?.stop()
  await redis?.stop()
})

const at = (path: string) => `/api/v1/admin/rate_limiting${path}`
const asAdmin = (on: { call: Installation['call'] }, method: string, path: string, body?: object) =>
  on.call(method, at(path), { token: installation.admin.token, ...(body && { body }) })

async function keyOf(perMinute: number) {
  const body = {
    name: 'Limited',
    scopes: ['users.read' as const],
    rate_limit_per_minute: perMinute,
  }
  return dataOf(await owner.api.POST('/api/v1/api_keys', { body })).key_value
}

/** Clients spread over both servers ask until each was refused this often; how many requests were let in. */
async function storm(key: string, refusals: number) {
  const ask = (on: { call: Installation['call'] }) =>
    on.call('GET', '/api/v1/users/stats', { headers: { 'x-api-key': key } })
  const replies: Reply[] = []
  const clients = Array.from({ length: CLIENTS }, async (_, n) => {
    for (let refused = 0; refused < refusals; ) {
      const reply = await ask(n % 2 ? installation : second)
      replies.push(reply)
      if (reply.status === 429) refused++
    }
  })
  await Promise.all(clients)
  const left = replies.filter(({ status }) => status === 200)
  return {
    admitted: left.length,
    others: replies.filter(({ status }) => ![200, 429].includes(status)),
  }
}

const countedIn = async (on: { call: Installation['call'] }) =>
  ((await asAdmin(on, 'GET', '/statistics')).body.data as { counted_in: string }).counted_in

describe('with Redis, two servers', () => {
  test.each([50, 400])('let %i requests a minute in together, and not one more', async (limit) => {
    const { admitted, others } = await storm(await keyOf(limit), 5)
    expect(others).toEqual([])
    expect(admitted).toBeLessThanOrEqual(limit)
    expect(admitted).toBeGreaterThanOrEqual(0.95 * limit)
  })

  test('ask it once for each request, whatever the number of rules', async () => {
    await asAdmin(installation, 'PATCH', `/accounts/${owner.accountId}`, {
      tier_override: 'business',
    })
    const key = await keyOf(1000)
    const ask = () =>
      installation.call('GET', '/api/v1/users/stats', { headers: { 'x-api-key': key } })
    expect((await ask()).headers.get('ratelimit-policy')).toContain('key_minute')
    const heard = await redis.hear('MONITOR')
    const before = await readsOf(redis)
    for (let n = 1; n <= 20; n++) await ask()
    // Besides these the looks of this test, and what the servers say to each other meanwhile.
    expect((await readsOf(redis)) - before).toBeLessThan(20 + 5)
    expect(heard().match(/"evalsha" .*account_hour/g)).toHaveLength(20)
    await asAdmin(installation, 'PATCH', `/accounts/${owner.accountId}`, { tier_override: null })
  })

  test('follow a change of the numbers, a reset and a switch on the other one', async () => {
    const key = await keyOf(5)
    const ask = () => second.call('GET', '/api/v1/users/stats', { headers: { 'x-api-key': key } })
    await storm(key, 1)
    expect((await ask()).status).toBe(429)
    const { data } = (await asAdmin(installation, 'POST', '/disable', { duration_minutes: 1 })).body
    expect(data).toMatchObject({ effective_status: 'disabled' })
    await until(async () => (await ask()).status === 200, 'the second server heard of it')
    await asAdmin(installation, 'POST', '/enable')
    await until(async () => (await ask()).status === 429, 'the second server heard of it')
    const limits = (await asAdmin(second, 'GET', `/limits/user:${owner.id}`)).body.data
    expect(limits).toMatchObject({ counted_in: 'redis' })
    await asAdmin(installation, 'DELETE', `/limits/user:${owner.id}`)
    expect((await asAdmin(second, 'GET', `/limits/user:${owner.id}`)).body.data).toMatchObject({
      limits: [],
    })
    const visitor = () => second.call('GET', '/api/v1/auth/me')
    await asAdmin(installation, 'PATCH', '/settings', { api_requests_per_minute: 11 })
    await until(
      async () => (await visitor()).headers.get('ratelimit-policy') === '"visitor";q=165;w=900',
      'the second server heard of the number',
    )
    await asAdmin(installation, 'PATCH', '/settings', { api_requests_per_minute: 20 })
  })

  test('count for no other rule what one of them refuses', async () => {
    const body = { name: 'Quota', scopes: ['users.read' as const], monthly_quota: 3 }
    const made = dataOf(await owner.api.POST('/api/v1/api_keys', { body }))
    const headers = { 'x-api-key': made.key_value }
    const ask = () => installation.call('GET', '/api/v1/users/stats', { headers })
    for (let n = 1; n <= 3; n++) expect((await ask()).status).toBe(200)
    for (let n = 1; n <= 4; n++) {
      const refused = await ask()
      expect(refused.body.code).toBe('quota_exceeded')
      expect(refused.headers.get('ratelimit')).toMatch(/^"key_month";r=0;t=\d+$/)
    }
    const { data } = (await asAdmin(second, 'GET', `/limits/${made.id}`)).body
    expect(data).toMatchObject({
      counted_in: 'redis',
      limits: [{ rule: 'key_minute', current: 3 }],
    })
  })

  test('carry live events of any size from one to the other, over Redis', async () => {
    const heard = await redis.hear('SUBSCRIBE powernode_cable')
    const socket = await listen(second.url)
    await announce('Small')
    await socket.frame((frame) => JSON.stringify(frame).includes('"Small"'), 'the small one came')
    const large = 'x'.repeat(20_000)
    await announce('Large', { large })
    await socket.frame((frame) => JSON.stringify(frame).includes(large), 'the large one came')
    await until(() => heard().includes(large), 'it went over Redis')
    socket.close()
  })
})

describe('live connections', () => {
  test('of an address that opens too many are refused before they begin', async () => {
    await asAdmin(installation, 'PATCH', '/settings', { websocket_connections_per_minute: 5 })
    const opened: Socket[] = []
    const refused = await until(async () => {
      const socket = await openSocket(installation.url, { token: owner.token }).catch(
        (error: Error) => error,
      )
      if (socket instanceof Error) return socket
      opened.push(socket)
      return undefined
    }, 'a connection was refused')
    expect(refused.message).toContain('429')
    expect(opened.length).toBeLessThanOrEqual(5)
    await asAdmin(installation, 'PATCH', '/settings', { websocket_connections_per_minute: 1000 })
    for (const socket of opened) socket.close()
  })

  test('of an account beyond its tier are told to come back later', async () => {
    const person = await register(installation.url)
    await asAdmin(installation, 'PATCH', `/accounts/${person.accountId}`, { tier_override: 'free' })
    const sockets = await Promise.all(
      Array.from({ length: 8 }, () => openSocket(installation.url, { token: person.token })),
    )
    const firsts = await Promise.all(
      sockets.map((socket) => socket.frame(({ type }) => type !== 'ping', 'it was answered')),
    )
    expect(firsts.filter(({ type }) => type === 'welcome')).toHaveLength(6)
    expect(firsts.filter(({ type }) => type === 'disconnect')).toEqual(
      Array(2).fill({ type: 'disconnect', reason: 'rate_limited', reconnect: true }),
    )
    for (const socket of sockets) socket.close()
  })
})

describe('while Redis', () => {
  test('hangs, nobody is refused or kept waiting for ever, and it is used again when it answers', async () => {
    redis.freeze()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        installation.call('GET', '/api/v1/users', { token: owner.token }),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await countedIn(installation)).toBe('memory')
    redis.thaw()
    await until(async () => (await countedIn(installation)) === 'redis', 'Redis was used again')
  })

  test('is gone, each server counts for itself, live events go on, and a reset reaches both', async () => {
    await redis.kill()
    await until(async () => (await countedIn(second)) === 'memory', 'the outage was noticed')
    expect((await installation.call('GET', '/api/v1/users', { token: owner.token })).status).toBe(
      200,
    )
    const health = await installation.call('GET', '/api/v1/admin_settings/health', {
      token: installation.admin.token,
    })
    expect(health.body.data).toMatchObject({ redis: { status: 'warning' } })

    const key = await keyOf(10)
    expect((await storm(key, 1)).admitted).toBe(20)
    const keys = dataOf(await owner.api.GET('/api/v1/api_keys', { params: { query: {} } }))
    const { id } = keys.find((one) => one.rate_limit_per_minute === 10) ?? { id: '' }
    const ask = () => second.call('GET', '/api/v1/users/stats', { headers: { 'x-api-key': key } })
    // Of the server that is asked: ten let in, and one refusal for each of its four clients.
    const looked = (await asAdmin(installation, 'GET', `/limits/${id}`)).body.data
    expect(looked).toMatchObject({
      counted_in: 'memory',
      limits: [{ rule: 'key_minute', current: 10 + 4 }],
    })
    await asAdmin(installation, 'DELETE', `/limits/${id}`)
    await until(async () => (await ask()).status === 200, 'the second server had forgotten it too')

    const socket = await listen(second.url)
    await announce('Without Redis', { large: 'y'.repeat(20_000) })
    await socket.frame((frame) => JSON.stringify(frame).includes('Without Redis'), 'it came')
    socket.close()

    await redis.start()
    for (const server of [installation, second]) {
      await until(async () => (await countedIn(server)) === 'redis', 'Redis was used again')
    }
    const again = await listen(second.url)
    const heard = await redis.hear('SUBSCRIBE powernode_cable')
    await until(async () => {
      await announce('Back')
      return again.frames.some((frame) => JSON.stringify(frame).includes('"Back"'))
    }, 'events came again')
    await until(() => heard().includes('Back'), 'they went over Redis')
    again.close()
  })
})

test('a restart resets no lock-out of sign-in, and no refusal is forgotten', async () => {
  const attempt = () =>
    installation.call('POST', '/api/v1/auth/forgot-password', {
      body: { email: 'nobody@example.com' },
    })
  await until(async () => (await attempt()).status === 429, 'it was locked')
  const { server = 0 } = installation.pids()
  await until(async () => {
    const { data } = (await asAdmin(installation, 'GET', '/violations?rule=password')).body
    return (data as unknown[]).length > 0
  }, 'the refusal was written down')
  kill(server)
  await until(async () => {
    const { server: now } = installation.pids()
    if (now === server) return false
    return (
      (await installation.call('GET', '/api/v1/health/ready').catch(() => undefined))?.status ===
      200
    )
  }, 'the server was there again')
  const locked = await attempt()
  expect([locked.status, locked.body.code]).toEqual([429, 'rate_limited'])
})

/** How often it has read from its connections; each time that it is asked this is one. */
async function readsOf({ hear }: RedisServer) {
  const heard = await hear('INFO stats')
  return Number(heard().match(/total_reads_processed:(\d+)/)?.[1])
}

/** A socket of the owner that hears of their notifications. */
async function listen(url: string): Promise<Socket> {
  const socket = await openSocket(url, { token: owner.token, protocols: ['actioncable-v1-json'] })
  const channel = { channel: 'NotificationChannel', account_id: owner.accountId }
  socket.subscribe(JSON.stringify(channel))
  await socket.frame(
    ({ type }) => type === 'confirm_subscription',
    'the subscription was confirmed',
  )
  return socket
}

/** Has the first server tell the owner something. */
async function announce(title: string, metadata: object = {}) {
  const { WORKER_TOKEN: token } = environmentOf(installation.pids().server ?? 0)
  const content = {
    notification_type: 'test',
    title,
    message: 'M',
    severity: 'info',
    category: 'c',
  }
  const body = { user_id: owner.id, ...content, metadata }
  const reply = await installation.call('POST', '/api/v1/notifications', { token, body })
  expect(reply.status).toBe(201)
}
