import { type Client, type TestUser, world } from '@powernode/server/test/world.ts'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser

beforeAll(async () => {
  here = await world({ limits: true })
  admin = await here.join('owner', 'admin')
})

const defaults = {
  default_rate_limit_tier: 'unlimited',
  login_attempts_per_hour: 10,
  registration_attempts_per_hour: 5,
  password_reset_attempts_per_hour: 3,
  email_verification_attempts_per_hour: 10,
  impersonation_attempts_per_hour: 5,
  api_requests_per_minute: 20,
  authenticated_requests_per_hour: 36_000,
  webhook_requests_per_minute: 1000,
  websocket_connections_per_minute: 60,
}

/** Limits apply to the whole server, so each test restores them. */
afterEach(async () => {
  await admin.post('/admin/rate_limiting/enable')
  await admin.put('/admin/rate_limiting/settings', defaults)
})

const at = (path: string) => `/admin/rate_limiting${path}`
const limitsOf = async (identifier: string) =>
  (await admin.get(at(`/limits/${encodeURIComponent(identifier)}`))).data.limits
const give = (account: string, tier_override: string | null) =>
  admin.patch(at(`/accounts/${account}`), { tier_override })

/** How many of `times` requests are accepted. */
async function countAccepted(client: Client, times: number, path = '/auth/me') {
  const responses = await Promise.all(Array.from({ length: times }, () => client.get(path)))
  return responses.filter(({ status }) => status === 200).length
}

describe('a tier', () => {
  test('applies to the next request of all users of the account, and the refusal names it', async () => {
    const stranger = await here.stranger()
    expect((await stranger.get('/auth/me')).headers['ratelimit-policy']).toContain('q=1200')
    const body = await give(stranger.accountId, 'free')
    expect(body.data).toMatchObject({ tier: 'free', tier_override: 'free' })
    expect(await countAccepted(stranger, 80)).toBe(71)
    const refused = await stranger.get('/auth/me')
    expect([refused.status, refused.code]).toEqual([429, 'rate_limited'])
    expect(refused.body.details).toEqual({
      retry_after: expect.any(Number),
      tier: 'free',
      scope: 'user',
    })
    expect(refused.headers['ratelimit-policy']).toBe('"user_minute";q=72;w=60')
    expect(refused.headers.ratelimit).toMatch(/^"user_minute";r=0;t=\d+$/)
    expect(refused.headers['retry-after']).toMatch(/^\d+$/)
    here.travel(1)
    expect((await stranger.get('/auth/me')).status).toBe(200)
  })

  test('counts the requests of all keys of an account together, a write as two', async () => {
    const stranger = await here.stranger()
    await give(stranger.accountId, 'free')
    const [item, two] = await Promise.all([
      here.keyOf(stranger, ['users.read', 'webhooks.create', 'webhooks.read']),
      here.keyOf(stranger, ['users.read']),
    ])
    expect(await countAccepted(item, 15, '/users')).toBe(15)
    for (let n = 0; n < 5; n++) await item.post('/webhooks', { url: `https://example.com/${n}` })
    expect(await countAccepted(two, 20, '/users')).toBe(11)
    const refused = await two.get('/users')
    expect(refused.body.details).toMatchObject({ tier: 'free', scope: 'account' })
    expect(refused.headers['ratelimit-policy']).toBe('"account_minute";q=36;w=60')
    const minute = (await limitsOf(stranger.accountId))[0]
    expect(minute).toMatchObject({ rule: 'account_minute', limit: 36, remaining: 0 })
    expect(minute.current).toBeGreaterThan(36)
  })

  test('limits exports and analyses per hour', async () => {
    const stranger = await here.stranger()
    await give(stranger.accountId, 'free')
    expect(await countAccepted(stranger, 60, '/audit_logs/stats')).toBe(50)
    const refused = await stranger.get('/audit_logs/stats')
    expect(refused.headers['ratelimit-policy']).toBe('"heavy_hour";q=50;w=3600')
    expect((await stranger.get('/users')).status).toBe(200)
  })

  test('is the default where none is assigned, and is removed by null', async () => {
    const stranger = await here.stranger()
    await admin.patch(at('/settings'), { default_rate_limit_tier: 'starter' })
    expect((await stranger.get('/auth/me')).headers['ratelimit-policy']).toContain('q=260')
    await give(stranger.accountId, 'professional')
    expect((await stranger.get('/auth/me')).headers['ratelimit-policy']).toContain('q=750')
    expect((await give(stranger.accountId, null)).data).toMatchObject({
      tier: 'starter',
      tier_override: null,
    })
    expect((await stranger.get('/auth/me')).headers['ratelimit-policy']).toContain('q=260')
    const { data } = await stranger.get('/audit_logs?action=account.tier_changed&sort=created_at')
    expect(data[0]).toMatchObject({
      old_values: { tier: null },
      new_values: { tier: 'professional' },
      user: { id: admin.id },
    })
  })

  test('of an unknown account, or an unknown tier, is refused', async () => {
    const { accountId } = await here.stranger()
    expect((await give(crypto.randomUUID(), 'free')).status).toBe(404)
    expect((await give('not-an-id', 'free')).status).toBe(404)
    const invalid = await admin.patch(at(`/accounts/${accountId}`), { tier_override: 'golden' })
    expect(invalid.errors).toHaveProperty('tier_override')
    expect((await admin.patch(at(`/accounts/${accountId}`), {})).status).toBe(422)
  })

  test('is in the list of accounts, with the number of requests', async () => {
    const stranger = await here.stranger()
    await stranger.patch('/accounts/current', { name: `Busy ${stranger.id}` })
    await give(stranger.accountId, 'free')
    await countAccepted(stranger, 80)
    await here.platform.limits.flush()
    const { data } = await admin.get(at(`/accounts?search=${stranger.id}&tier_override=free`))
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ id: stranger.accountId, tier: 'free', status: 'active' })
    expect(data[0].requests).toBe(81)
    expect(data[0].throttled).toBe(9)
  })
})

describe('a setting', () => {
  test('takes effect with the next request', async () => {
    const { owner } = await world({ limits: true })
    await admin.patch(at('/settings'), { authenticated_requests_per_hour: 300 })
    expect(await countAccepted(owner, 310)).toBe(300)
    expect((await owner.get('/auth/me')).headers['ratelimit-policy']).toContain('"user_hour";q=300')
    await admin.patch(at('/settings'), { authenticated_requests_per_hour: 36_000 })
    expect((await owner.get('/auth/me')).status).toBe(200)
  })

  test('applies to sign-in throttles too', async () => {
    const requestReset = () =>
      here.app.inject({
        method: 'POST',
        url: '/api/v1/auth/forgot-password',
        remoteAddress: '10.9.0.1',
        payload: { email: 'nobody@example.com' },
      })
    await admin.patch(at('/settings'), { password_reset_attempts_per_hour: 1 })
    expect((await requestReset()).statusCode).toBe(200)
    const refused = await requestReset()
    expect(refused.statusCode).toBe(429)
    expect(refused.json().details).toMatchObject({ scope: 'ip', tier: null })
    await admin.patch(at('/settings'), { password_reset_attempts_per_hour: 3 })
    expect((await requestReset()).statusCode).toBe(200)
  })

  test('can be changed alone, within bounds, and is in the history of settings', async () => {
    expect((await admin.get(at('/settings'))).data).toEqual(defaults)
    await admin.patch(at('/settings'), { login_attempts_per_hour: 7 })
    const { data } = await admin.get('/admin_settings/changes?name=login_attempts_per_hour')
    expect(data[0]).toMatchObject({ old_value: 10, new_value: 7, changed_by: { id: admin.id } })
    for (const invalid of [
      { login_attempts_per_hour: 0 },
      { authenticated_requests_per_hour: 299 },
      { default_rate_limit_tier: 'golden' },
      { system_name: 'Elsewhere' },
    ]) {
      const response = await admin.patch(at('/settings'), invalid)
      expect(Object.keys(response.errors ?? {})).toEqual(Object.keys(invalid))
    }
    expect((await admin.get(at('/settings'))).data.login_attempts_per_hour).toBe(7)
  })
})

describe('disabling', () => {
  test('disables the general limits for a while, ends by itself, and is audited', async () => {
    const stranger = await here.stranger()
    await give(stranger.accountId, 'free')
    const disabled = await admin.post(at('/disable'), { duration_minutes: 2 })
    expect(disabled.data).toMatchObject({
      system_enabled: true,
      temporarily_disabled: true,
      effective_status: 'disabled',
      remaining_seconds: 120,
    })
    expect(await countAccepted(stranger, 80)).toBe(80)
    expect((await stranger.get('/auth/me')).headers.ratelimit).toBeUndefined()
    here.travel(2)
    expect((await admin.get(at('/status'))).data).toMatchObject({
      temporarily_disabled: false,
      effective_status: 'enabled',
      disabled_until: null,
    })
    expect(await countAccepted(stranger, 80)).toBe(72)
    const { data } = await admin.get('/audit_logs?action=rate_limiting.disabled')
    expect(data[0]).toMatchObject({ severity: 'high', metadata: { duration_minutes: 2 } })
  })

  test('can be ended early, and ending it again changes nothing', async () => {
    expect((await admin.post(at('/disable'))).data.remaining_seconds).toBe(3600)
    expect((await admin.get(at('/statistics'))).data.enabled).toBe(false)
    const subscribe = await admin.post(at('/enable'))
    expect(subscribe.data).toMatchObject({ effective_status: 'enabled', remaining_seconds: null })
    expect((await admin.post(at('/enable'))).data).toEqual(subscribe.data)
    expect((await admin.get(at('/statistics'))).data.enabled).toBe(true)
  })

  test.each([0, 481, 1.5, '60', null])('for %j minutes is refused', async (duration_minutes) => {
    const response = await admin.post(at('/disable'), { duration_minutes })
    expect(response.errors).toHaveProperty('duration_minutes')
    expect((await admin.get(at('/status'))).data.effective_status).toBe('enabled')
  })

  test('does not disable the sign-in throttles', async () => {
    await admin.post(at('/disable'), { duration_minutes: 5 })
    const register = () =>
      here.app.inject({
        method: 'POST',
        url: '/api/v1/auth/register',
        remoteAddress: '10.9.0.2',
        payload: {},
      })
    for (let attempt = 1; attempt <= 5; attempt++) await register()
    expect((await register()).statusCode).toBe(429)
  })
})
