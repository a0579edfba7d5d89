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

test('tabs that refresh at the same time stay signed in with one new refresh token', async () => {
  const { refreshToken } = await register(installation.url)
  const replies = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)))
  expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200))
  const tokens = replies.map(({ body }) => body.data as Tokens)
  expect(new Set(tokens.map((one) => one.refresh_token)).size).toBe(1)
  for (const { access_token } of tokens) expect((await me(access_token)).status).toBe(200)
  expect((await refresh(tokens[0]?.refresh_token ?? '')).status).toBe(200)
})

test('reusing an old refresh token after the ten-second grace period ends the whole session', async () => {
  const { refreshToken, token } = await register(installation.url)
  const first = (await refresh(refreshToken)).body.data as Tokens
  const second = (await refresh(first.refresh_token)).body.data as Tokens
  // The grace period is measured by the real clock, so the test has to wait.
  await new Promise((done) => setTimeout(done, 10_500))
  expectRefusal(await refresh(refreshToken), 401, 'invalid_refresh_token')
  expectRefusal(await refresh(second.refresh_token), 401, 'invalid_refresh_token')
  for (const bearer of [token, first.access_token, second.access_token]) {
    expectRefusal(await me(bearer), 401, 'token_revoked')
  }
})

test('only a refresh token can refresh', async () => {
  const { token } = await register(installation.url)
  for (const invalid of [token, 'x', '', 'a.b.c', '\0']) {
    expect((await refresh(invalid)).status, invalid).toBeOneOf([401, 422])
  }
})

test('signing out ends this session at once and keeps the others', async () => {
  const current = await register(installation.url)
  const other = await signIn(installation.url, current.email)
  expect((await me(current.token)).status).toBe(200)
  const out = await installation.call('POST', '/api/v1/auth/logout', { token: current.token })
  expect(out).toMatchObject({ status: 200, body: { success: true, data: null } })
  expect(out.headers.get('set-cookie')).toMatch(/^refresh_token=;/)
  expectRefusal(await me(current.token), 401, 'token_revoked')
  expectRefusal(await refresh(current.refreshToken), 401, 'invalid_refresh_token')
  expect((await me(other.token)).status).toBe(200)
})

test('a new password ends the other sessions and keeps this one', async () => {
  const current = await register(installation.url)
  const other = await signIn(installation.url, current.email)
  const body = { password: 'Another-Horse-8-Battery', current_password: PASSWORD }
  const path = `/api/v1/users/${current.id}`
  expect((await installation.call('PATCH', path, { body, token: current.token })).status).toBe(200)
  expect((await me(current.token)).status).toBe(200)
  expectRefusal(await me(other.token), 401, 'token_revoked')
  expectRefusal(
    await installation.call('POST', '/api/v1/auth/login', {
      body: { email: current.email, password: PASSWORD },
    }),
    ...([401, 'invalid_credentials'] as const),
  )
})

test('a forgotten password can be reset with the mailed link', async () => {
  const user = await register(installation.url)
  const confirming = await mailTo(installation.admin, user.email, 'Confirm')
  const token = new URL(confirming.link).searchParams.get('token')
  const post = (path: string, body: object) =>
    installation.call('POST', `/api/v1/auth/${path}`, { body })
  expect((await post('verify-email', { token })).status).toBe(200)
  expect((await post('forgot-password', { email: user.email })).status).toBe(200)
  const reset = await mailTo(installation.admin, user.email, 'Reset your password')
  const password = 'Another-Horse-8-Battery'
  const changed = await post('reset-password', { token: reset.link.split('/').at(-1), password })
  expect(changed.status).toBe(200)
  expect((await signIn(installation.url, user.email, password)).id).toBe(user.id)
})

test('the refresh cookie is hidden from scripts and from other paths', async () => {
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

test('sign-in with an unknown address fails and locks like one with a wrong password', async () => {
  const { email } = await register(installation.url)
  const attempts = async (address: string) => {
    const replies = []
    for (let n = 0; n < 6; n++) {
      const body = { email: address, password: 'Wrong-Horse-7-Battery' }
      const { status, body: failure } = await installation.call('POST', '/api/v1/auth/login', {
        body,
      })
      replies.push(`${status} ${failure.code} ${failure.error}`)
    }
    return replies
  }
  const known = await attempts(email)
  expect(known.slice(0, 4)).toEqual(Array(4).fill(known[0]))
  expect(known[5]).toContain('account_locked')
  expect((await attempts(freshEmail('nobody'))).slice(0, 4)).toEqual(known.slice(0, 4))
})
