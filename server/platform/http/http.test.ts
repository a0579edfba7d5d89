import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { world } from '../../test/world.ts'

const someone = () => ({ name: 'Grace Hopper', email: `${randomUUID()}@example.com` })
const key = () => ({ 'idempotency-key': randomUUID() })

describe('an Idempotency-Key', () => {
  test('runs a POST once and replays its first reply', async () => {
    const { owner } = await world()
    const headers = key()
    const person = someone()
    const first = await owner.post('/users', person, headers)
    const second = await owner.post('/users', person, headers)
    expect(second.status).toBe(201)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect(second.body).toEqual(first.body)
    expect((await owner.get(`/users?search=${person.email}`)).meta.total_count).toBe(1)
  })

  test('in concurrent requests creates only one user', async () => {
    const { owner } = await world()
    const headers = key()
    const person = someone()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => owner.post('/users', person, headers)),
    )
    const codes = answers.map(({ status, code }) => (status === 201 ? 'made' : code))
    expect(new Set(codes).isSubsetOf(new Set(['made', 'idempotency_in_progress']))).toBe(true)
    expect(codes).toContain('made')
    expect((await owner.get(`/users?search=${person.email}`)).meta.total_count).toBe(1)
  })

  test('is refused with a different body, and separate for each caller', async () => {
    const { owner, stranger } = await world()
    const headers = key()
    const person = someone()
    await owner.post('/users', person, headers)
    expect((await owner.post('/users', someone(), headers)).code).toBe('idempotency_key_reused')
    const other = await stranger()
    expect((await other.post('/users', someone(), headers)).status).toBe(201)
  })

  test('of a refused request can be reused', async () => {
    const { owner } = await world()
    const headers = key()
    const person = { ...someone(), roles: ['nonsense'] }
    expect((await owner.post('/users', person, headers)).status).toBe(422)
    expect((await owner.post('/users', person, headers)).code).toBe('validation_error')
    expect(
      (await owner.post('/users', someone(), { 'idempotency-key': 'ü' })).errors,
    ).toHaveProperty('Idempotency-Key')
  })

  test('whose reply was lost after the commit reports that instead of running twice', async () => {
    const { owner, platform } = await world()
    const headers = key()
    const person = someone()
    await owner.post('/users', person, headers)
    await platform.database
      .updateTable('idempotency_keys')
      .set({ sealed_reply: null, created_at: new Date(Date.now() - 60_000) })
      .where('key', '=', headers['idempotency-key'])
      .execute()
    const again = await owner.post('/users', person, headers)
    expect([again.status, again.code]).toEqual([409, 'idempotency_completed'])
  })

  test('expires after a day', async () => {
    const { visitor, owner, travel } = await world()
    const headers = key()
    const ask = () => visitor.post('/auth/forgot-password', { email: owner.email }, headers)
    await ask()
    expect((await ask()).headers['idempotency-replayed']).toBe('true')
    travel(24 * 60 + 1)
    expect((await ask()).headers['idempotency-replayed']).toBeUndefined()
  })
})

describe('rate limits', () => {
  test('send the remaining requests in standard headers, and exclude the health endpoints', async () => {
    const { owner } = await world({ limits: true })
    const { headers } = await owner.get('/auth/me')
    expect(headers['ratelimit-policy']).toBe('"user_minute";q=1200;w=60')
    expect(headers.ratelimit).toMatch(/^"user_minute";r=11\d\d;t=\d+$/)
    expect((await owner.get('/health')).headers.ratelimit).toBeUndefined()
  })

  test('refuse more than five registrations per hour from an address, also after a restart', async () => {
    const { app } = await world({ limits: true })
    const register = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/auth/register',
        remoteAddress: '10.1.2.3',
        payload: {},
      })
    const statuses = []
    for (let attempt = 1; attempt <= 6; attempt++) statuses.push((await register()).statusCode)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    const refused = await register()
    expect(refused.headers['retry-after']).toMatch(/^\d+$/)
    expect(refused.json()).toMatchObject({
      code: 'rate_limited',
      details: { retry_after: expect.any(Number) },
    })
  })
})

describe('errors have the envelope', () => {
  test.each([
    ['GET', '/api/v1/nothing', undefined, undefined, 404, 'not_found'],
    ['GET', '/api/nothing', undefined, undefined, 404, 'not_found'],
    ['PUT', '/api/v1/users', undefined, undefined, 405, 'method_not_allowed'],
    ['POST', '/api/v1/health', undefined, undefined, 405, 'method_not_allowed'],
    ['POST', '/api/v1/auth/login', '{"email":', 'application/json', 400, 'malformed_json'],
    ['POST', '/api/v1/auth/login', '[]', 'application/json', 422, 'validation_error'],
    ['POST', '/api/v1/auth/login', 'null', 'application/json', 422, 'validation_error'],
    ['POST', '/api/v1/auth/login', '', 'application/json', 422, 'validation_error'],
    ['POST', '/api/v1/auth/passkey/options', '[]', 'application/json', 422, 'validation_error'],
    ['POST', '/api/v1/auth/passkey/options', '[1]', 'application/json', 422, 'validation_error'],
    [
      'POST',
      '/api/v1/auth/login',
      'email=a',
      'application/x-www-form-urlencoded',
      415,
      'unsupported_media_type',
    ],
    [
      'POST',
      '/api/v1/auth/login',
      '{"__proto__":{"a":1}}',
      'application/json',
      400,
      'malformed_json',
    ],
    [
      'POST',
      '/api/v1/auth/login',
      `"${'x'.repeat(1024 * 1024)}"`,
      'application/json',
      413,
      'payload_too_large',
    ],
  ] as const)('%s %s %.20s', async (method, url, payload, type, status, code) => {
    const { app } = await world()
    const headers = type ? { 'content-type': type } : {}
    const reply = await app.inject({
      method,
      url,
      headers,
      ...(payload !== undefined && { payload }),
    })
    expect([reply.statusCode, reply.json().code]).toEqual([status, code])
    expect(reply.json()).toMatchObject({
      success: false,
      request_id: reply.headers['x-request-id'],
    })
  })

  test('also for a compressed body, or a character set other than UTF-8', async () => {
    const { app, owner } = await world()
    const { gzipSync } = await import('node:zlib')
    for (const [encoding, payload, charset = 'UTF-8'] of [
      ['gzip', gzipSync(JSON.stringify(someone()))],
      ['br', Buffer.from('x')],
      ['GZIP, identity', Buffer.from('{}')],
      ['identity', Buffer.from('\ufeff{}', 'utf16le'), 'utf-16'],
      ['identity', Buffer.from('{}'), '"ISO-8859-1"'],
    ] as const) {
      const headers = {
        authorization: `Bearer ${owner.accessToken}`,
        'content-type': `application/json; charset=${charset}`,
        'content-encoding': encoding,
      }
      const reply = await app.inject({ method: 'POST', url: '/api/v1/users', headers, payload })
      expect([reply.statusCode, reply.json().code]).toEqual([415, 'unsupported_media_type'])
    }
  })

  test('also for a path with an empty segment', async () => {
    const { owner, visitor } = await world()
    const unknown = await owner.get('/nosuch')
    for (const call of [
      owner.get('/users/'),
      visitor.get('/users/'),
      owner.put('/users/', {}),
      owner.post('/users/', someone()),
      owner.delete('/users/'),
      owner.get('/users//sessions'),
    ]) {
      const answer = await call
      expect([answer.status, answer.code]).toEqual([404, 'not_found'])
      expect(answer.body.error).toBe(unknown.body.error)
    }
  })

  test('OPTIONS returns the methods of known paths, and 404 for others', async () => {
    const { app } = await world()
    const options = (url: string) => app.inject({ method: 'OPTIONS', url })
    const users = await options('/api/v1/users')
    expect([users.statusCode, users.body]).toEqual([204, ''])
    expect(users.headers.allow).toBe('OPTIONS, GET, HEAD, POST')
    expect((await options(`/api/v1/users/${randomUUID()}`)).statusCode).toBe(204)
    for (const url of ['/api/v1/nosuch', '/api/v1/users/', '/api/', '/nosuch']) {
      const reply = await options(url)
      expect([url, reply.statusCode, reply.json().code]).toEqual([url, 404, 'not_found'])
    }
  })

  test('and the security headers, and the request id of the client', async () => {
    const { app } = await world()
    const { headers } = await app.inject({
      url: '/api/v1/auth/me',
      headers: { 'x-request-id': 'my-request-1' },
    })
    expect(headers).toMatchObject({
      'x-request-id': 'my-request-1',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("script-src 'self'"),
    })
    const odd = await app.inject({ url: '/api/v1/auth/me', headers: { 'x-request-id': 'a b' } })
    expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('an internal error is not revealed to the caller', async () => {
    const { owner, platform } = await world()
    const find = platform.queue.console.find
    platform.queue.console.find = () => Promise.reject(new Error('secret detail'))
    const { worker } = await world()
    const answer = await worker.get(`/internal/jobs/${owner.id}`)
    platform.queue.console.find = find
    expect([answer.status, answer.code]).toEqual([500, 'internal_error'])
    expect(JSON.stringify(answer.body)).not.toContain('secret')
  })

  test('text that PostgreSQL cannot store gives 422', async () => {
    const { owner } = await world()
    const answer = await owner.post('/users', { ...someone(), name: 'nul \u0000 byte' })
    expect(answer.status).toBe(422)
  })
})
