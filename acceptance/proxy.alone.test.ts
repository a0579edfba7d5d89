import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from './installation.ts'
import { type Nginx, startNginx } from './nginx.ts'
import { PASSWORD } from './people.ts'
import { openSocket } from './socket.ts'
import type { Installation } from './up.ts'

// Every address of the loopback network can be used as another caller.
const CALLER = '127.0.0.2'
const FORGED = '203.0.113.9'

let installation: Installation
let nginx: Nginx

beforeAll(async () => {
  installation = await startInstallation({ TRUST_PROXY: 'true', DISABLE_RATE_LIMITING: 'false' })
  nginx = await startNginx(`http://127.0.0.1:${new URL(installation.url).port}`)
})
afterAll(async () => {
  await nginx?.stop()
  await installation?.stop()
})

test('sessions and the audit log record the real address of the caller', async () => {
  const { status, body } = await send('POST', '/api/v1/auth/login', {
    body: { email: installation.admin.email, password: PASSWORD },
  })
  expect(status).toBe(200)
  const token = body.data.access_token
  const { data: sessions } = (await send('GET', '/api/v1/sessions', { token })).body
  const current = sessions.find((session: { current: boolean }) => session.current)
  expect(current.ip_address).toBe(CALLER)
  const { data: entries } = (await send('GET', '/api/v1/audit_logs?action=user.login', { token }))
    .body
  expect(entries[0].ip_address).toBe(CALLER)
})

test('a key for another address cannot be used by forging that address', async () => {
  const createKey = async (address: string) => {
    const body = { name: `From ${address}`, scopes: ['users.read'], allowed_ips: [address] }
    const { token } = installation.admin
    const created = await installation.call('POST', '/api/v1/api_keys', { body, token })
    return (created.body.data as { key_value: string }).key_value
  }
  for (const forwarded of [FORGED, `${FORGED}, ${FORGED}`, `${FORGED}, unknown`]) {
    const headers = { 'x-forwarded-for': forwarded }
    const token = await createKey(FORGED)
    const refused = await send('GET', '/api/v1/users', { token, headers })
    expect([refused.status, refused.body.code]).toEqual([403, 'ip_not_allowed'])
  }
  expect((await send('GET', '/api/v1/users', { token: await createKey(CALLER) })).status).toBe(200)
})

test('guesses are counted for the real caller, whatever addresses are forged', async () => {
  const guess = async (number: number, from: string) => {
    const body = { email: `nobody${number}@example.com`, password: 'wrong' }
    const headers = { 'x-forwarded-for': `198.51.100.${number}` }
    return (await send('POST', '/api/v1/auth/login', { body, headers, from })).status
  }
  const statuses = []
  for (let number = 1; number <= 12; number++) statuses.push(await guess(number, '127.0.0.3'))
  expect(statuses.at(0)).toBe(401)
  expect(statuses.at(-1)).toBe(429)
  expect(await guess(13, '127.0.0.4')).toBe(401)
})

test('live events work through the proxy, even with an invalid forwarded address', async () => {
  const headers = { 'x-forwarded-for': "' or 1=1, <script>" }
  const protocols = ['actioncable-v1-json']
  const socket = await openSocket(nginx.url, {
    token: installation.admin.token,
    protocols,
    headers,
  })
  await socket.frame(({ type }) => type === 'welcome', 'the welcome frame arrived')
  socket.close()
})

interface Options {
  token?: string
  body?: unknown
  headers?: Record<string, string>
  from?: string
}

/** Sends a request through nginx from the address `from`, with a forged X-Forwarded-For. */
function send(method: string, path: string, { token, body, headers, from = CALLER }: Options) {
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the payload it expects
  return new Promise<{ status: number; body: any }>((done, fail) => {
    const call = request(`${nginx.url}${path}`, {
      method,
      localAddress: from,
      headers: {
        'x-forwarded-for': FORGED,
        'x-forwarded-host': 'evil.example.com',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    call.once('error', fail).once('response', async (reply) => {
      const chunks = await reply.toArray()
      done({
        status: reply.statusCode ?? 0,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      })
    })
    call.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
