import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from './installation.ts'
import { type Nginx, startNginx } from './nginx.ts'
import { PASSWORD } from './people.ts'
import { openSocket } from './socket.ts'
import type { Installation } from './up.ts'

// Loopback has a whole network, of which each address is another caller.
const CALLER = '127.0.0.2'
const INVENTED = '203.0.113.9'

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

test('sessions and the audit log name the caller, whatever they say of themselves', async () => {
  const { status, body } = await ask('POST', '/api/v1/auth/login', {
    body: { email: installation.admin.email, password: PASSWORD },
  })
  expect(status).toBe(200)
  const token = body.data.access_token
  const { data: sessions } = (await ask('GET', '/api/v1/sessions', { token })).body
  const current = sessions.find((session: { current: boolean }) => session.current)
  expect(current.ip_address).toBe(CALLER)
  const { data: entries } = (await ask('GET', '/api/v1/audit_logs?action=user.login', { token }))
    .body
  expect(entries[0].ip_address).toBe(CALLER)
})

test('a key that belongs to another address cannot be used by naming that address', async () => {
  const make = async (address: string) => {
    const body = { name: `From ${address}`, scopes: ['users.read'], allowed_ips: [address] }
    const { token } = installation.admin
    const made = await installation.call('POST', '/api/v1/api_keys', { body, token })
    return (made.body.data as { key_value: string }).key_value
  }
  for (const forwarded of [INVENTED, `${INVENTED}, ${INVENTED}`, `${INVENTED}, unknown`]) {
    const headers = { 'x-forwarded-for': forwarded }
    const token = await make(INVENTED)
    const refused = await ask('GET', '/api/v1/users', { token, headers })
    expect([refused.status, refused.body.code]).toEqual([403, 'ip_not_allowed'])
  }
  expect((await ask('GET', '/api/v1/users', { token: await make(CALLER) })).status).toBe(200)
})

test('guesses are counted for the caller, however many addresses they name', async () => {
  const guess = async (number: number, from: string) => {
    const body = { email: `nobody${number}@example.com`, password: 'wrong' }
    const headers = { 'x-forwarded-for': `198.51.100.${number}` }
    return (await ask('POST', '/api/v1/auth/login', { body, headers, from })).status
  }
  const statuses = []
  for (let number = 1; number <= 12; number++) statuses.push(await guess(number, '127.0.0.3'))
  expect(statuses.at(0)).toBe(401)
  expect(statuses.at(-1)).toBe(429)
  expect(await guess(13, '127.0.0.4')).toBe(401)
})

test('live events pass, and an address that is none does not stop them', async () => {
  const headers = { 'x-forwarded-for': "' or 1=1, <script>" }
  const protocols = ['actioncable-v1-json']
  const socket = await openSocket(nginx.url, {
    token: installation.admin.token,
    protocols,
    headers,
  })
  await socket.frame(({ type }) => type === 'welcome', 'the welcome')
  socket.close()
})

interface Asking {
  token?: string
  body?: unknown
  headers?: Record<string, string>
  from?: string
}

/** Asks through nginx, from an address of one's own, naming another. */
function ask(method: string, path: string, { token, body, headers, from = CALLER }: Asking) {
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the payload it expects
  return new Promise<{ status: number; body: any }>((done, fail) => {
    const call = request(`${nginx.url}${path}`, {
      method,
      localAddress: from,
      headers: {
        'x-forwarded-for': INVENTED,
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
