import { beforeAll, expect, test } from 'vitest'
import { expectRefusal } from './expectations.ts'
import { sharedInstallation } from './installation.ts'
import { mailTo } from './mailbox.ts'
import { freshEmail, PASSWORD, register, signIn } from './people.ts'
import type { Shared } from './up.ts'

let installation: Shared

beforeAll(async () => {
  installation = await sharedInstallation()
})

interface Tokens {
  access_token: string
  refresh_token: string
}

const refresh = (refresh_token: string) =>
  installation.call('POST', '/api/v1/auth/refresh', { body: { refresh_token } })
const me = (token: string) => installation.call('GET', '/api/v1/auth/me', { token })

test('two tabs that refresh at once both go on, with one successor', async () => {
  const { refreshToken } = await register(installation.url)
  const replies = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)))
  expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200))
  const tokens = replies.map(({ body }) => body.data as Tokens)
  expect(new Set(tokens.map((one) => one.refresh_token)).size).toBe(1)
  for (const { access_token } of tokens) expect((await me(access_token)).status).toBe(200)
  expect((await refresh(tokens[0]?.refresh_token ?? '')).status).toBe(200)
})

test('an old refresh token shown again after the grace of ten seconds ends the whole session', async () => {
  const { refreshToken, token } = await register(installation.url)
  const first = (await refresh(refreshToken)).body.data as Tokens
  const second = (await refresh(first.refresh_token)).body.data as Tokens
  // The grace is a promise in seconds of the real clock: there is nothing to poll but the clock.
  await new Promise((done) => setTimeout(done, 10_500))
  expectRefusal(await refresh(refreshToken), 401, 'invalid_refresh_token')
  expectRefusal(await refresh(second.refresh_token), 401, 'invalid_refresh_token')
  for (const bearer of [token, first.access_token, second.access_token]) {
    expectRefusal(await me(bearer), 401, 'token_revoked')
  }
})

test('only a refresh token refreshes', async () => {
  const { token } = await register(installation.url)
  for (const worthless of [token, 'x', '', 'a.b.c', '\0']) {
    expect((await refresh(worthless)).status, worthless).toBeOneOf([401, 422])
  }
})

test('signing out ends this session at once and leaves the others', async () => {
  const here = await register(installation.url)
  const elsewhere = await signIn(installation.url, here.email)
  expect((await me(here.token)).status).toBe(200)
  const out = await installation.call('POST', '/api/v1/auth/logout', { token: here.token })
  expect(out).toMatchObject({ status: 200, body: { success: true, data: null } })
  expect(out.headers.get('set-cookie')).toMatch(/^refresh_token=;/)
  expectRefusal(await me(here.token), 401, 'token_revoked')
  expectRefusal(await refresh(here.refreshToken), 401, 'invalid_refresh_token')
  expect((await me(elsewhere.token)).status).toBe(200)
})

test('a new password ends the other sessions and keeps this one', async () => {
  const here = await register(installation.url)
  const elsewhere = await signIn(installation.url, here.email)
  const body = { password: 'Another-Horse-8-Battery', current_password: PASSWORD }
  const path = `/api/v1/users/${here.id}`
  expect((await installation.call('PATCH', path, { body, token: here.token })).status).toBe(200)
  expect((await me(here.token)).status).toBe(200)
  expectRefusal(await me(elsewhere.token), 401, 'token_revoked')
  expectRefusal(
    await installation.call('POST', '/api/v1/auth/login', {
      body: { email: here.email, password: PASSWORD },
    }),
    ...([401, 'invalid_credentials'] as const),
  )
})

test('a forgotten password is replaced by the link that the worker has mailed', async () => {
  const person = await register(installation.url)
  const confirming = await mailTo(installation.admin, person.email, 'Confirm')
  const token = new URL(confirming.link).searchParams.get('token')
  const post = (path: string, body: object) =>
    installation.call('POST', `/api/v1/auth/${path}`, { body })
  expect((await post('verify-email', { token })).status).toBe(200)
  expect((await post('forgot-password', { email: person.email })).status).toBe(200)
  const reset = await mailTo(installation.admin, person.email, 'Reset your password')
  const password = 'Another-Horse-8-Battery'
  const answer = await post('reset-password', { token: reset.link.split('/').at(-1), password })
  expect(answer.status).toBe(200)
  expect((await signIn(installation.url, person.email, password)).id).toBe(person.id)
})

test('the refresh cookie is out of reach of scripts and of every other path', async () => {
  const { email } = await register(installation.url)
  const body = { email, password: PASSWORD }
  const { headers } = await installation.call('POST', '/api/v1/auth/login', { body })
  const [value = '', ...attributes] = (headers.get('set-cookie') ?? '').split('; ')
  expect(value).toMatch(/^refresh_token=ey/)
  expect(attributes.sort()).toEqual([
    'HttpOnly',
    'Max-Age=604800',
    'Path=/api/v1/auth',
    'SameSite=Strict',
  ])
  const cookie = { cookie: value }
  const renewed = await installation.call('POST', '/api/v1/auth/refresh', { headers: cookie })
  expect(renewed.status).toBe(200)
  expect(renewed.headers.get('set-cookie')).toMatch(/^refresh_token=ey/)
  expect(renewed.headers.get('set-cookie')).not.toContain(value)
  expectRefusal(
    await installation.call('GET', '/api/v1/auth/me', { headers: cookie }),
    ...([401, 'unauthorized'] as const),
  )
})

test('an address that nobody has is refused as one with a wrong password is, and locks alike', async () => {
  const { email } = await register(installation.url)
  const tries = async (address: string) => {
    const replies = []
    for (let n = 0; n < 6; n++) {
      const body = { email: address, password: 'Wrong-Horse-7-Battery' }
      const { status, body: answer } = await installation.call('POST', '/api/v1/auth/login', {
        body,
      })
      replies.push(`${status} ${answer.code} ${answer.error}`)
    }
    return replies
  }
  const known = await tries(email)
  expect(known.slice(0, 4)).toEqual(Array(4).fill(known[0]))
  expect(known[5]).toContain('account_locked')
  expect((await tries(freshEmail('nobody'))).slice(0, 4)).toEqual(known.slice(0, 4))
})
