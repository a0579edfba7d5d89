import { rowsOf } from '@powernode/server/test/rows.ts'
import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser

beforeAll(async () => {
  here = await world({ limits: true })
  admin = await here.join('owner', 'admin')
})

afterEach(async () => {
  await admin.put('/admin/rate_limiting/settings', { api_requests_per_minute: 20 })
})

let places = 0

/** A caller with an IP address that no other test of this file uses. */
function caller() {
  const address = `10.77.0.${++places}`
  const call = async (method: 'GET' | 'POST', path: string, fields: object = {}) => {
    const response = await here.app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: address,
      ...fields,
    })
    return { status: response.statusCode, headers: response.headers, body: response.json() }
  }
  return {
    address,
    call,
    login: (email: string, password = PASSWORD) =>
      call('POST', '/auth/login', { payload: { email, password } }),
    limits: async (): Promise<Record<string, number>> => {
      const { data } = await admin.get(`/admin/rate_limiting/limits/${address}`)
      const currentLimits = data.limits as { rule: string; current: number }[]
      return Object.fromEntries(currentLimits.map(({ rule, current }) => [rule, current]))
    },
  }
}

const all = <T>(count: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)))

describe('the sign-in throttle', () => {
  test('lets any number of colleagues sign in from one address, at once and one after the other', async () => {
    const { login, limits } = caller()
    const concurrent = await all(13, () => login(here.owner.email))
    expect(concurrent.map(({ status }) => status)).toEqual(Array(13).fill(200))
    expect((await login(here.owner.email, 'Wrong-Horse-7-Battery')).status).toBe(401)
    for (let n = 1; n <= 3; n++) expect((await login(here.owner.email)).status).toBe(200)
    expect(await limits()).toMatchObject({ login: 1 })
  })

  test('checks no more concurrent wrong passwords than sequential ones, and then none', async () => {
    const { login, limits, address } = caller()
    const responses = await all(25, (n) => login(`nobody-${n}-${address}@example.com`, 'wrong'))
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(15)
    expect((await login(here.owner.email)).status).toBe(429)
    expect(await limits()).toMatchObject({ login: 10 })
    here.travel(61)
    expect((await login(here.owner.email)).status).toBe(200)
  })

  test('is named in its refusal, which counts on no other limit', async () => {
    const { login, limits, address } = caller()
    await all(10, (n) => login(`nobody-${n}-${address}@example.com`, 'wrong'))
    const before = await limits()
    for (let n = 1; n <= 3; n++) {
      const { status, headers } = await login(here.owner.email)
      expect(status).toBe(429)
      expect(headers['ratelimit-policy']).toBe('"login";q=10;w=3600')
      expect(headers.ratelimit).toMatch(/^"login";r=0;t=3[56]\d\d$/)
      expect(headers['retry-after']).toMatch(/^3[56]\d\d$/)
    }
    expect(await limits()).toEqual(before)
  })
})

describe('secrets that can be guessed', () => {
  test.each([
    ['a link to confirm an address', '/auth/verify-email', { token: 'wrong' }, 10, 422],
    [
      'a link for a new password',
      '/auth/reset-password',
      { token: 'wrong', password: PASSWORD },
      3,
      401,
    ],
    ['a sign-in code', '/auth/verify-2fa', { verification_token: 'x', code: '1' }, 50, 401],
  ])('%s is throttled by wrong guesses', async (_, path, payload, allowed, invalid) => {
    const { call } = caller()
    const responses = await all(allowed + 4, () => call('POST', path, { payload }))
    expect(responses.filter(({ status }) => status === invalid)).toHaveLength(allowed)
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(4)
  })

  test('and a valid code sent twice is not a wrong guess', async () => {
    const { call, limits } = caller()
    const user = await here.stranger()
    const { data } = await user.post('/two_factor/enable')
    const secret = Secret.fromBase32(data.manual_entry_key)
    const setUp = await user.post('/two_factor/verify_setup', {
      code: new TOTP({ secret }).generate(),
    })
    const [code] = setUp.data.backup_codes
    const payload = { email: user.email, password: PASSWORD }
    for (const expected of [
      [200, 401, 401],
      [401, 401, 401],
    ]) {
      const { verification_token } = (await call('POST', '/auth/login', { payload })).body.data
      const request = { payload: { verification_token, code } }
      const responses = await all(3, () => call('POST', '/auth/verify-2fa', request))
      expect(responses.map(({ status }) => status).sort()).toEqual(expected)
    }
    expect(await limits()).not.toHaveProperty('two_factor')
  })

  test('and valid invitations of many users in one office are not counted', async () => {
    const { call, limits } = caller()
    await admin.post('/invitations', { email: `invited-${admin.id}@example.com` })
    const token = await here.mailedToken(`invited-${admin.id}@example.com`)
    const responses = await all(24, () => call('GET', `/invitations/${token}`))
    expect(responses.map(({ status }) => status)).toEqual(Array(24).fill(200))
    expect(await limits()).not.toHaveProperty('invitation')
  })
})

describe('a refusal without a wrong secret is not a guess:', () => {
  test('an invalid new password leaves its link usable', async () => {
    const { call, limits } = caller()
    const stranger = await here.stranger()
    await here.visitor.post('/auth/forgot-password', { email: stranger.email })
    const token = await here.mailedToken(stranger.email)
    const reset = (password: string) =>
      call('POST', '/auth/reset-password', { payload: { token, password } })
    for (const password of [PASSWORD, 'password', PASSWORD, 'Password-1', PASSWORD]) {
      const { status, body } = await reset(password)
      expect([status, Object.keys(body.errors)]).toEqual([422, ['password']])
    }
    expect(await limits()).not.toHaveProperty('password_link')
    expect((await reset('Another-Horse-8-Battery')).status).toBe(200)
  })

  test('nor is an incomplete form, or an invitation that has ended', async () => {
    const { call, limits } = caller()
    const email = `refused-${admin.id}@example.com`
    await admin.post('/invitations', { email })
    const token = await here.mailedToken(email)
    const accept = (payload: object) => call('POST', `/invitations/${token}/accept`, { payload })
    for (const payload of [{ password: PASSWORD }, { name: 'Ina', password: 'password' }, {}])
      expect((await accept(payload)).status).toBe(422)
    expect((await accept({ name: 'Ina', password: PASSWORD })).status).toBe(201)
    expect((await accept({ name: 'Ina', password: PASSWORD })).status).toBe(409)
    expect(await limits()).not.toHaveProperty('invitation')
    expect((await call('GET', '/invitations/unknown')).status).toBe(404)
    expect(await limits()).toMatchObject({ invitation: 1 })
  })

  test('nor the right password of a suspended user', async () => {
    const { login, limits } = caller()
    const stranger = await here.stranger()
    await rowsOf(stranger.ctx, 'users').update({ status: 'suspended' }).execute()
    expect((await login(stranger.email)).body.code).toBe('user_inactive')
    expect(await limits()).not.toHaveProperty('login')
  })

  test('nor two-factor setup that asks for a proof first, while wrong proofs count', async () => {
    const { call, limits } = caller()
    const stranger = await here.stranger()
    here.travel(11)
    const headers = { authorization: `Bearer ${stranger.accessToken}` }
    const send = (path: string, payload?: object) => call('POST', path, { headers, payload })
    for (let n = 1; n <= 6; n++)
      expect((await send('/two_factor/enable')).body.code).toBe('proof_required')
    expect((await send('/auth/confirm', {})).status).toBe(422)
    expect(await limits()).not.toHaveProperty('two_factor')
    expect((await send('/auth/confirm', { password: 'wrong' })).status).toBe(422)
    expect(await limits()).toMatchObject({ two_factor: 1 })
    expect((await send('/auth/confirm', { password: PASSWORD })).status).toBe(200)
    expect((await send('/two_factor/enable')).status).toBe(200)
  })
})

describe('reading public data', () => {
  test('does not count against sign-in or refresh, and the other way round', async () => {
    await admin.put('/admin/rate_limiting/settings', { api_requests_per_minute: 5 })
    const { call, login } = caller()
    const read = await all(80, () => call('GET', '/status'))
    expect(read.filter(({ status }) => status === 429)).toHaveLength(5)
    expect(read.at(-1)?.headers['ratelimit-policy']).toBe('"public_read";q=75;w=900')
    const signedIn = await login(here.owner.email)
    expect(signedIn.status).toBe(200)
    expect(signedIn.headers['ratelimit-policy']).toBe('"public_write";q=75;w=900')
    const payload = { refresh_token: signedIn.body.data.refresh_token }
    const refreshed = await call('POST', '/auth/refresh', { payload })
    expect(refreshed.status).toBe(200)
    expect(refreshed.headers['ratelimit-policy']).toBe('"refresh";q=750;w=900')
  })

  test('with an invalid token counts against neither', async () => {
    await admin.put('/admin/rate_limiting/settings', { api_requests_per_minute: 5 })
    const { call, login } = caller()
    const headers = { authorization: 'Bearer nonsense' }
    const requests = await all(80, () => call('GET', '/auth/me', { headers }))
    expect(requests.filter(({ status }) => status === 429)).toHaveLength(5)
    expect((await login(here.owner.email)).status).toBe(200)
    expect((await call('GET', '/status')).status).not.toBe(429)
  })

  test('with a valid token or key counts for its user or key, not for visitors', async () => {
    const { call, limits } = caller()
    const key = await here.keyOf(admin, ['users.read'])
    const bearer = { authorization: `Bearer ${admin.accessToken}` }
    const requests = await call('GET', '/status', { headers: bearer })
    expect(requests.headers['ratelimit-policy']).toBe('"user_minute";q=1200;w=60')
    const byKey = await call('GET', '/status', { headers: { 'x-api-key': key.value } })
    expect(byKey.headers['ratelimit-policy']).toBe('"key_minute";q=1200;w=60')
    expect(await limits()).toEqual({})
  })

  test('with a key refused at this address counts for the address', async () => {
    const { call, limits } = caller()
    const key = await here.keyOf(admin, ['users.read'], { allowed_ips: ['192.0.2.7'] })
    await call('GET', '/status', { headers: { 'x-api-key': key.value } })
    expect(await limits()).toEqual({ public_read: 1 })
  })
})

describe('a refusal', () => {
  const currentCounts = async (id: string): Promise<Record<string, number>> => {
    const { data } = await admin.get(`/admin/rate_limiting/limits/${id}`)
    const currentLimits = data.limits as { rule: string; current: number }[]
    return Object.fromEntries(currentLimits.map(({ rule, current }) => [rule, current]))
  }

  test('by the quota of a key names the quota, and does not count on the limit per minute', async () => {
    const key = await here.keyOf(admin, ['users.read'], { monthly_quota: 2 })
    await all(2, () => key.get('/users'))
    const before = await currentCounts(key.id)
    const refused = await key.get('/users')
    expect([refused.status, refused.code]).toEqual([429, 'quota_exceeded'])
    expect(refused.headers['ratelimit-policy']).toMatch(/^"key_month";q=2;w=\d{7}$/)
    expect(refused.headers.ratelimit).toMatch(/^"key_month";r=0;t=\d+$/)
    expect(await currentCounts(key.id)).toEqual(before)
  })

  test('by the limit per minute of a key does not count on the quota', async () => {
    const keyLimits = { monthly_quota: 5, rate_limit_per_minute: 1 }
    const key = await here.keyOf(admin, ['users.read'], keyLimits)
    const responses = await all(4, () => key.get('/users'))
    expect(responses.filter(({ code }) => code === 'rate_limited')).toHaveLength(3)
    here.travel(2)
    for (let n = 2; n <= 5; n++) {
      expect((await key.get('/users')).status).toBe(200)
      here.travel(2)
    }
    expect((await key.get('/users')).code).toBe('quota_exceeded')
  })

  test('by a throttle does not count on the limit per minute or the quota of the key', async () => {
    const key = await here.keyOf(admin, ['webhooks.update'], { monthly_quota: 14 })
    const responses = await all(14, () => key.post(`/webhooks/${crypto.randomUUID()}/test`, {}))
    expect(responses.filter(({ status }) => status === 404)).toHaveLength(10)
    expect(responses.filter(({ code }) => code === 'rate_limited')).toHaveLength(4)
    expect(await currentCounts(key.id)).toEqual({ key_minute: 10 })
    here.travel(2)
    const later = await all(5, () => key.post(`/webhooks/${crypto.randomUUID()}/test`, {}))
    const codes = later.map(({ code }) => code)
    expect(codes.sort()).toEqual([...Array(4).fill('not_found'), 'quota_exceeded'])
  })

  test('by the limit of a user does not count on the limit of the address', async () => {
    const impersonator = await here.join('owner')
    const start = ({ call }: ReturnType<typeof caller>) =>
      call('POST', '/impersonations', {
        payload: { user_id: impersonator.id },
        headers: { authorization: `Bearer ${impersonator.accessToken}` },
      })
    const [first, second] = [caller(), caller()]
    await all(3, () => start(first))
    await all(2, () => start(second))
    const refused = await start(second)
    expect(refused.headers['ratelimit-policy']).toBe('"impersonation";q=5;w=3600')
    expect(await second.limits()).toEqual({ impersonation: 2 })
    expect((await currentCounts(impersonator.id)).user_minute).toBe(5)
  })
})
