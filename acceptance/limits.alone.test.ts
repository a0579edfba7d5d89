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
type Server = Pick<Installation, 'call'>
const asAdmin = (on: Server, method: string, path: string, body?: object) =>
  on.call(method, at(path), { token: installation.admin.token, ...(body && { body }) })

async function keyOf(perMinute: number) {
  const body = {
    name: 'Limited',
    scopes: ['users.read' as const],
    rate_limit_per_minute: perMinute,
  }
  return dataOf(await owner.api.POST('/api/v1/api_keys', { body })).key_value
}

const getStats = (on: Server, key: string) =>
  on.call('GET', '/api/v1/users/stats', { headers: { 'x-api-key': key } })
const listUsers = () => installation.call('GET', '/api/v1/users', { token: owner.token })

/** Clients send requests to both servers until each was refused `refusals` times; counts the admitted requests. */
async function sendUntilRefused(key: string, refusals: number) {
  const replies: Reply[] = []
  const clients = Array.from({ length: CLIENTS }, async (_, n) => {
    for (let refused = 0; refused < refusals; ) {
      const reply = await getStats(n % 2 ? installation : second, key)
      replies.push(reply)
      if (reply.status === 429) refused++
    }
  })
  await Promise.all(clients)
  const admitted = replies.filter(({ status }) => status === 200)
  return {
    admitted: admitted.length,
    failed: replies.filter(({ status }) => ![200, 429].includes(status)),
  }
}

const countedIn = async (on: Server) =>
  ((await asAdmin(on, 'GET', '/statistics')).body.data as { counted_in: string }).counted_in

describe('with Redis, two servers', () => {
  test.each([50, 400])('together admit %i requests a minute, and not one more', async (limit) => {
    const { admitted, failed } = await sendUntilRefused(await keyOf(limit), 5)
    expect(failed).toEqual([])
    expect(admitted).toBeLessThanOrEqual(limit)
    expect(admitted).toBeGreaterThanOrEqual(0.95 * limit)
  })

  test('make one round trip to Redis per request, for any number of rules', async () => {
    await asAdmin(installation, 'PATCH', `/accounts/${owner.accountId}`, {
      tier_override: 'business',
    })
    const key = await keyOf(1000)
    const request = () => getStats(installation, key)
    expect((await request()).headers.get('ratelimit-policy')).toContain('key_minute')
    const received = await redis.listen('MONITOR')
    const before = await readsOf(redis)
    for (let n = 1; n <= 20; n++) await request()
    // Allows for the queries of this test and the traffic between the servers.
    expect((await readsOf(redis)) - before).toBeLessThan(20 + 5)
    expect(received().match(/"evalsha" .*account_hour/g)).toHaveLength(20)
    await asAdmin(installation, 'PATCH', `/accounts/${owner.accountId}`, { tier_override: null })
  })

  test('apply changed limits, resets and disabling from the other server', async () => {
    const key = await keyOf(5)
    const request = () => getStats(second, key)
    await sendUntilRefused(key, 1)
    expect((await request()).status).toBe(429)
    const { data } = (await asAdmin(installation, 'POST', '/disable', { duration_minutes: 1 })).body
    expect(data).toMatchObject({ effective_status: 'disabled' })
    await until(async () => (await request()).status === 200, 'the limits were disabled there')
    await asAdmin(installation, 'POST', '/enable')
    await until(async () => (await request()).status === 429, 'the limits were enabled there')
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
      'the second server applied the new limit',
    )
    await asAdmin(installation, 'PATCH', '/settings', { api_requests_per_minute: 20 })
  })

  test('count a refused request only against the rule that refused it', async () => {
    const body = { name: 'Quota', scopes: ['users.read' as const], monthly_quota: 3 }
    const created = dataOf(await owner.api.POST('/api/v1/api_keys', { body }))
    const request = () => getStats(installation, created.key_value)
    for (let n = 1; n <= 3; n++) expect((await request()).status).toBe(200)
    for (let n = 1; n <= 4; n++) {
      const refused = await request()
      expect(refused.body.code).toBe('quota_exceeded')
      expect(refused.headers.get('ratelimit')).toMatch(/^"key_month";r=0;t=\d+$/)
    }
    const { data } = (await asAdmin(second, 'GET', `/limits/${created.id}`)).body
    expect(data).toMatchObject({
      counted_in: 'redis',
      limits: [{ rule: 'key_minute', current: 3 }],
    })
  })

  test('send live events of any size to each other over Redis', async () => {
    const received = await redis.listen('SUBSCRIBE powernode_cable')
    const socket = await subscribe(second.url)
    await notify('Small')
    await socket.frame(
      (frame) => JSON.stringify(frame).includes('"Small"'),
      'the small event arrived',
    )
    const large = 'x'.repeat(20_000)
    await notify('Large', { large })
    await socket.frame((frame) => JSON.stringify(frame).includes(large), 'the large event arrived')
    await until(() => received().includes(large), 'it was sent over Redis')
    socket.close()
  })
})

describe('live connections', () => {
  test('beyond the limit of an address are refused before they open', async () => {
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

  test('beyond the tier of an account are closed and may reconnect later', async () => {
    const user = await register(installation.url)
    await asAdmin(installation, 'PATCH', `/accounts/${user.accountId}`, { tier_override: 'free' })
    const sockets = await Promise.all(
      Array.from({ length: 8 }, () => openSocket(installation.url, { token: user.token })),
    )
    const firstFrames = await Promise.all(
      sockets.map((socket) =>
        socket.frame(({ type }) => type !== 'ping', 'the first frame arrived'),
      ),
    )
    expect(firstFrames.filter(({ type }) => type === 'welcome')).toHaveLength(6)
    expect(firstFrames.filter(({ type }) => type === 'disconnect')).toEqual(
      Array(2).fill({ type: 'disconnect', reason: 'rate_limited', reconnect: true }),
    )
    for (const socket of sockets) socket.close()
  })
})

describe('while Redis', () => {
  test('hangs, no request is refused or blocked, and Redis is used again once it responds', async () => {
    redis.freeze()
    const replies = await Promise.all(Array.from({ length: 20 }, listUsers))
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await countedIn(installation)).toBe('memory')
    redis.thaw()
    await until(async () => (await countedIn(installation)) === 'redis', 'Redis was used again')
  })

  test('is down, each server counts its own requests, live events still arrive, and a reset reaches both', async () => {
    await redis.kill()
    await until(async () => (await countedIn(second)) === 'memory', 'the outage was noticed')
    expect((await listUsers()).status).toBe(200)
    const health = await installation.call('GET', '/api/v1/admin_settings/health', {
      token: installation.admin.token,
    })
    expect(health.body.data).toMatchObject({ redis: { status: 'warning' } })

    const key = await keyOf(10)
    expect((await sendUntilRefused(key, 1)).admitted).toBe(20)
    const keys = dataOf(await owner.api.GET('/api/v1/api_keys', { params: { query: {} } }))
    const { id } = keys.find((one) => one.rate_limit_per_minute === 10) ?? { id: '' }
    const request = () => getStats(second, key)
    // The counts of this server alone: ten admitted, and one refusal for each of its four clients.
    const limits = (await asAdmin(installation, 'GET', `/limits/${id}`)).body.data
    expect(limits).toMatchObject({
      counted_in: 'memory',
      limits: [{ rule: 'key_minute', current: 10 + 4 }],
    })
    await asAdmin(installation, 'DELETE', `/limits/${id}`)
    await until(async () => (await request()).status === 200, 'the second server was reset too')

    const socket = await subscribe(second.url)
    await notify('Without Redis', { large: 'y'.repeat(20_000) })
    await socket.frame(
      (frame) => JSON.stringify(frame).includes('Without Redis'),
      'the event arrived',
    )
    socket.close()

    await redis.start()
    for (const server of [installation, second]) {
      await until(async () => (await countedIn(server)) === 'redis', 'Redis was used again')
    }
    const again = await subscribe(second.url)
    const received = await redis.listen('SUBSCRIBE powernode_cable')
    await until(async () => {
      await notify('Back')
      return again.frames.some((frame) => JSON.stringify(frame).includes('"Back"'))
    }, 'events arrived again')
    await until(() => received().includes('Back'), 'they were sent over Redis')
    again.close()
  })
})

test('a restart keeps sign-in throttles and recorded refusals', async () => {
  const attempt = () =>
    installation.call('POST', '/api/v1/auth/forgot-password', {
      body: { email: 'nobody@example.com' },
    })
  await until(async () => (await attempt()).status === 429, 'the request was throttled')
  const { server = 0 } = installation.pids()
  await until(async () => {
    const { data } = (await asAdmin(installation, 'GET', '/violations?rule=password')).body
    return (data as unknown[]).length > 0
  }, 'the refusal was recorded')
  kill(server)
  await until(async () => {
    if (installation.pids().server === server) return false
    const reply = await installation.call('GET', '/api/v1/health/ready').catch(() => undefined)
    return reply?.status === 200
  }, 'the server was ready again')
  const throttled = await attempt()
  expect([throttled.status, throttled.body.code]).toEqual([429, 'rate_limited'])
})

/** How many reads Redis has done on its connections; this query is one itself. */
async function readsOf({ listen }: RedisServer) {
  const received = await listen('INFO stats')
  return Number(received().match(/total_reads_processed:(\d+)/)?.[1])
}

/** Subscribes to the notifications of the owner. */
async function subscribe(url: string): Promise<Socket> {
  const socket = await openSocket(url, { token: owner.token, protocols: ['actioncable-v1-json'] })
  const channel = { channel: 'NotificationChannel', account_id: owner.accountId }
  socket.subscribe(JSON.stringify(channel))
  await socket.frame(
    ({ type }) => type === 'confirm_subscription',
    'the subscription was confirmed',
  )
  return socket
}

/** Sends the owner a notification through the first server. */
async function notify(title: string, metadata: object = {}) {
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
