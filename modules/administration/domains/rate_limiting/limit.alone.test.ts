import { type TestUser, world } from '@powernode/server/test/world.ts'
import { beforeAll, describe, expect, test } from 'vitest'

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser

beforeAll(async () => {
  here = await world({ limits: true })
  admin = await here.join('owner', 'admin')
})

const at = (path: string) => `/admin/rate_limiting${path}`
const limitsOf = async (identifier: string) =>
  (await admin.get(at(`/limits/${encodeURIComponent(identifier)}`))).data.limits

/** A visitor with an IP address of their own. */
const from = (remoteAddress: string) =>
  here.app.inject({ method: 'GET', url: '/api/v1/auth/me', remoteAddress })

describe('looking up a caller', () => {
  test('finds a user by id and by email address, and an IP address by itself', async () => {
    const stranger = await here.stranger()
    for (const _ of [1, 2, 3]) await stranger.get('/auth/me')
    const limits = await limitsOf(stranger.id)
    expect(limits).toEqual([
      {
        rule: 'user_minute',
        scope: 'user',
        current: 3,
        limit: 1200,
        remaining: 1197,
        reset_in: expect.any(Number),
      },
      expect.objectContaining({ rule: 'user_hour', current: 3, limit: 36_000 }),
    ])
    const rules = (found: { rule: string }[]) => found.map(({ rule }) => rule)
    for (const name of [stranger.email.toUpperCase(), `user:${stranger.id}`]) {
      expect(rules(await limitsOf(name))).toEqual(['user_minute', 'user_hour'])
    }
    await from('2001:db8:7::1')
    await from('2001:db8:7::2')
    for (const name of ['2001:db8:7::9', 'ip:2001:db8:7::', '2001:db8:7::/64']) {
      expect(await limitsOf(name)).toMatchObject([{ rule: 'visitor', current: 2, limit: 300 }])
    }
  })

  test('finds nothing for a caller without counters, and refuses an unreadable identifier', async () => {
    const unknown = await admin.get(at(`/limits/${crypto.randomUUID()}`))
    expect(unknown.data).toMatchObject({ counted_in: 'memory', limits: [] })
    expect(await limitsOf('192.0.2.1')).toEqual([])
    for (const invalid of [
      'nonsense',
      'ip:nonsense',
      'user:1',
      'planet:earth',
      '192.0.2',
      "' or 1",
    ]) {
      const response = await admin.get(at(`/limits/${encodeURIComponent(invalid)}`))
      expect([invalid, response.status, response.code]).toEqual([invalid, 400, 'bad_request'])
      expect((await admin.delete(at(`/limits/${encodeURIComponent(invalid)}`))).status).toBe(400)
    }
  })

  test('and resetting clears all counters, including those of sign-in, and is audited', async () => {
    const login = () =>
      here.app.inject({
        method: 'POST',
        url: '/api/v1/auth/login',
        remoteAddress: '10.9.0.3',
        payload: { email: 'ghost@example.com', password: 'wrong' },
      })
    for (let attempt = 1; attempt <= 5; attempt++) await login()
    expect((await login()).json().code).toBe('account_locked')
    for (let attempt = 7; attempt <= 11; attempt++) await login()
    expect((await login()).statusCode).toBe(429)
    expect(await limitsOf('10.9.0.3')).toMatchObject([
      { rule: 'public_write', scope: 'ip', current: 10 },
      { rule: 'login', scope: 'ip', current: 10, limit: 10, remaining: 0 },
    ])
    expect(await limitsOf('ghost@example.com')).toMatchObject([
      { rule: 'unknown_email', scope: 'email', limit: 5 },
    ])

    const cleared = await admin.delete(at('/limits/10.9.0.3'))
    expect(cleared.data).toEqual({ identifier: '10.9.0.3', keys_cleared: 2 })
    expect(await limitsOf('10.9.0.3')).toEqual([])
    expect((await login()).json().code).toBe('account_locked')
    await admin.delete(at('/limits/ghost@example.com'))
    expect((await login()).json().code).toBe('invalid_credentials')
    const { data } = await admin.get('/audit_logs?action=rate_limiting.cleared&sort=created_at')
    expect(data[0].metadata).toEqual({ identifier: '10.9.0.3', keys_cleared: 2 })
  })
})
