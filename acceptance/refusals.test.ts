import { beforeAll, describe, expect, test } from 'vitest'
import type { RequestOptions } from './client.ts'
import { expectRefusal } from './expectations.ts'
import { sharedInstallation } from './installation.ts'
import { freshEmail, register, type TestUser } from './people.ts'
import { sendRaw } from './raw.ts'
import { ORIGIN } from './setup.ts'
import type { Shared } from './up.ts'

const MEBIBYTE = 1024 * 1024

let installation: Shared
let owner: TestUser
let host: string

beforeAll(async () => {
  installation = await sharedInstallation()
  owner = await register(installation.url)
  host = `host: ${new URL(installation.url).host}`
})

const request = (method: string, path: string, options: RequestOptions = {}) =>
  installation.call(method, path, { token: owner.token, ...options })
const addUser = (body: unknown, headers = {}) => request('POST', '/api/v1/users', { body, headers })

describe('every refusal uses the error envelope', () => {
  test('unknown routes', async () => {
    for (const path of [
      '/api/v1/nosuch',
      '/api/v2/users',
      '/api/',
      '/api/v1',
      '/api/v1/users/1/2/3',
    ]) {
      expectRefusal(await request('GET', path), 404, 'not_found')
    }
  })

  test('a known path with the wrong method returns the allowed ones', async () => {
    const reply = await request('DELETE', '/api/v1/users')
    expectRefusal(reply, 405, 'method_not_allowed')
    expect(reply.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST'])
    const one = await request('POST', `/api/v1/users/${owner.id}`)
    expectRefusal(one, 405, 'method_not_allowed')
    expect(one.headers.get('allow')?.split(', ').sort()).toEqual([
      'DELETE',
      'GET',
      'HEAD',
      'PATCH',
      'PUT',
    ])
  })

  test('routes outside of resources return their allowed methods too', async () => {
    for (const path of ['/api/v1/health', '/api/v1/health/ready', '/api/v1/openapi.json']) {
      const reply = await request('POST', path)
      expectRefusal(reply, 405, 'method_not_allowed')
      expect(reply.headers.get('allow')).toContain('GET')
    }
  })

  test('bodies that are not a JSON object', async () => {
    const broken = ['{', '{"name":}', '', '   ', "{'name': 1}", '{"a":1}{"b":2}', 'null']
    for (const body of broken) {
      const { status } = await addUser(body)
      expect(status, JSON.stringify(body)).toBeOneOf([400, 422])
    }
    expectRefusal(await addUser('{"name":'), 400, 'malformed_json')
    for (const body of ['[]', '[{"name":"x"}]', '"text"', '7', 'true', 'null']) {
      expect((await addUser(body)).status, body).toBeOneOf([400, 422])
    }
    expectRefusal(await addUser('{"__proto__":{"admin":true}}'), 400, 'malformed_json')
  })

  test('bodies that are not UTF-8', async () => {
    const body = Buffer.from(`{"name":"a\xffb","email":"${freshEmail()}"}`, 'latin1')
    expectRefusal(await addUser(body), 400, 'malformed_json')
  })

  test('a JSON body as deep as the limit allows', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    expect((await addUser(`{"name":${deep}}`)).status).toBeOneOf([400, 422])
    const preferences = JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`)
    const path = `/api/v1/users/${owner.id}`
    expect((await request('PATCH', path, { body: { preferences } })).status).toBeLessThan(500)
    expect((await request('GET', path)).status).toBe(200)
  })

  test('other content types', async () => {
    const body = '{"name":"x"}'
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
      const refused = await addUser(body, { 'content-type': type })
      expectRefusal(refused, 415, 'unsupported_media_type')
    }
    const charset = await addUser(body, { 'content-type': 'application/json; charset=utf-8' })
    expectRefusal(charset, 422, 'validation_error')
  })

  test('bodies above a mebibyte, with and without a content length', async () => {
    const big = `{"name":"${'x'.repeat(MEBIBYTE)}"}`
    expectRefusal(await addUser(big), 413, 'payload_too_large')
    const head = [
      'POST /api/v1/users HTTP/1.1',
      host,
      `authorization: Bearer ${owner.token}`,
      'content-type: application/json',
      'transfer-encoding: chunked',
      '',
      '',
    ].join('\r\n')
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const streamed = await sendRaw(installation.url, head, ...Array<string>(20).fill(chunk))
    expectRefusal(streamed, 413, 'payload_too_large')
  })

  test('malformed HTTP', async () => {
    const send = (...lines: string[]) => sendRaw(installation.url, `${lines.join('\r\n')}\r\n\r\n`)
    expectRefusal(await send('NONSENSE'), 400, 'bad_request')
    expectRefusal(await send('BREW /api/v1/users HTTP/1.1', host), 400, 'bad_request')
    expectRefusal(
      await send('GET /api/v1/health HTTP/1.1', host, `x-long: ${'y'.repeat(64 * 1024)}`),
      ...([431, 'headers_too_large'] as const),
    )
    const huge = await send(`GET /api/v1/users?search=${'z'.repeat(64 * 1024)} HTTP/1.1`, host)
    expect(huge.status).toBeOneOf([414, 431])
    const trace = await send('PROPFIND /api/v1/users HTTP/1.1', host)
    expect(trace.status).toBeOneOf([404, 405])
    expect(trace.body.success).toBe(false)
  })

  test('a path that cannot be decoded', async () => {
    const send = (...lines: string[]) => sendRaw(installation.url, `${lines.join('\r\n')}\r\n\r\n`)
    const bad = await send(
      'GET /api/v1/users/%ff%fe HTTP/1.1',
      host,
      `authorization: Bearer ${owner.token}`,
    )
    expect(bad.status).toBeOneOf([400, 404])
    expect(bad.body.success).toBe(false)
  })

  test('characters that PostgreSQL cannot store', async () => {
    const email = freshEmail()
    for (const name of ['a\0b', '\0']) {
      expectRefusal(await addUser({ name, email }), 422, 'validation_error')
    }
    expectRefusal(await request('GET', '/api/v1/users?search=%00'), 422, 'validation_error')
    const preferences = { theme: 'a\0b' }
    expectRefusal(
      await request('PATCH', `/api/v1/users/${owner.id}`, { body: { preferences } }),
      ...([422, 'validation_error'] as const),
    )
  })

  test('lone surrogates, which JSON can escape and PostgreSQL cannot store', async () => {
    const half = { name: 'a\ud800b', email: freshEmail() }
    expectRefusal(await addUser(half), 422, 'validation_error')
    const search = await request('GET', '/api/v1/users?search=%ED%A0%80')
    expect(search.status).toBeLessThan(500)
  })

  test('missing and invalid credentials', async () => {
    const path = '/api/v1/users'
    const tokens = ['x', 'a.b.c', `${owner.token}x`, owner.refreshToken, 'swt_nosuch']
    for (const token of [undefined, ...tokens]) {
      const reply = await installation.call('GET', path, { token })
      expectRefusal(reply, 401, 'unauthorized')
      expect(reply.headers.get('www-authenticate')).toBe('Bearer')
    }
    const unsigned = owner.token.split('.').slice(1, 2).join()
    const none = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${unsigned}.`
    expectRefusal(await installation.call('GET', path, { token: none }), 401, 'unauthorized')
    expectRefusal(await request('GET', '/api/v1/admin/mails'), 403, 'forbidden')
    expectRefusal(
      await request('POST', '/api/v1/worker/leases', { body: { slots: 1 } }),
      403,
      'forbidden',
    )
  })
})

describe('HTTP', () => {
  test('every response has a request id and security headers', async () => {
    const { headers } = await request('GET', '/api/v1/users')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBeTruthy()
    const named = await request('GET', '/api/v1/users', {
      headers: { 'x-request-id': 'my-own-id-1' },
    })
    expect(named.headers.get('x-request-id')).toBe('my-own-id-1')
    const evil = await request('GET', '/api/v1/nosuch', { headers: { 'x-request-id': '<script>' } })
    expect(evil.text).not.toContain('<script>')
  })

  test('an allowed origin passes its preflight, another does not', async () => {
    const preflight = (origin: string) =>
      installation.call('OPTIONS', '/api/v1/users', {
        headers: { origin, 'access-control-request-method': 'POST' },
      })
    const allowed = await preflight(ORIGIN)
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(allowed.headers.get('access-control-allow-credentials')).toBe('true')
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect(allowed.headers.get('access-control-allow-methods')).toContain(method)
    }
    const foreign = await preflight('https://evil.example.com')
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    const read = await request('GET', '/api/v1/users', { headers: { origin: ORIGIN } })
    expect(read.headers.get('access-control-allow-origin')).toBe(ORIGIN)
  })

  test('OPTIONS and HEAD without a preflight are handled', async () => {
    const options = await installation.call('OPTIONS', '/api/v1/users')
    expect(options.status).toBe(204)
    const head = await request('HEAD', '/api/v1/users')
    expect(head.text).toBe('')
    expect(head.status).toBeOneOf([200, 405])
    if (head.status === 405) expect(head.headers.get('allow')).toContain('GET')
  })
})
