import { MAX_LINES_PER_HOUR } from '@powernode/server/platform/http/limit_usage.ts'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { beforeAll, expect, test } from 'vitest'

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser

beforeAll(async () => {
  here = await world({ limits: true })
  admin = await here.join('owner', 'admin')
})

const at = (path: string) => `/admin/rate_limiting${path}`

/** Tries to register from an address; five times an hour is allowed. */
async function register(remoteAddress: string, times: number) {
  for (let attempt = 1; attempt <= times; attempt++) {
    await here.app.inject({
      method: 'POST',
      url: '/api/v1/auth/register',
      remoteAddress,
      payload: {},
    })
  }
}

test('refusals are recorded once per hour, caller and endpoint, and listed most refused first', async () => {
  await register('10.8.0.1', 7)
  await register('10.8.0.2', 8)
  await here.platform.limits.flush()
  await register('10.8.0.1', 2)
  await here.platform.limits.flush()
  const { data, meta } = await admin.get(at('/violations?rule=register'))
  expect(meta.total_count).toBe(2)
  expect(data).toMatchObject([
    { identifier: '10.8.0.1', count: 4, limit: 5, rule: 'register', scope: 'ip', tier: null },
    { identifier: '10.8.0.2', count: 3, endpoint: 'POST /api/v1/auth/register' },
  ])
  const item = await admin.get(at('/violations?identifier=10.8.0.2'))
  expect(item.data).toHaveLength(1)
  const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString()
  expect((await admin.get(at(`/violations?since=${tomorrow}`))).data).toEqual([])
})

test('statistics count requests and refusals per hour, and survive a restart', async () => {
  const before = (await admin.get(at('/statistics'))).data
  const stranger = await here.stranger()
  await admin.patch(at(`/accounts/${stranger.accountId}`), { tier_override: 'free' })
  await Promise.all(Array.from({ length: 80 }, () => stranger.get('/auth/me')))
  await here.platform.limits.flush()
  const after = (await admin.get(at('/statistics'))).data
  expect(after.throttled_requests - before.throttled_requests).toBe(8)
  expect(after.total_requests - before.total_requests).toBeGreaterThanOrEqual(80)
  expect(after.current_violations - before.current_violations).toBe(1)
  expect(after.over_time).toHaveLength(24)
  const sum = after.over_time.reduce(
    (total: number, hour: { requests: number }) => total + hour.requests,
    0,
  )
  expect(sum).toBe(after.total_requests)
  const free = after.tiers.find((tier: { tier: string }) => tier.tier === 'free')
  expect(free).toMatchObject({ accounts_count: 1, api_per_minute: 30, burst_percent: 120 })
  expect(after.tiers.at(-1)).toMatchObject({ tier: 'unlimited', api_per_minute: null })
  expect(after.limits.default_rate_limit_tier).toBe('unlimited')
})

test('a flood from many new addresses cannot fill the table', async () => {
  here.travel(48 * 60)
  const spec = { method: 'POST', path: '/api/v1/auth/register', class: 'write' } as const
  const { pool, limits } = here.platform
  await pool.query(`insert into auth_throttles (key, points, expire)
    select 'register:flood-' || n, 9, ${Date.now() + 3600_000}
    from generate_series(1, ${MAX_LINES_PER_HOUR + 50}) n`)
  for (let n = 1; n <= MAX_LINES_PER_HOUR + 50; n++) {
    await limits.throttle('register', 'ip', `flood-${n}`, spec).catch(() => {})
  }
  await limits.flush()
  const { rows } = await pool.query(`select identifier, count from rate_limit_violations
    where hour > now() order by count desc`)
  expect(rows).toHaveLength(MAX_LINES_PER_HOUR + 1)
  expect(rows[0]).toEqual({ identifier: 'others', count: 50 })
})

test('records older than 30 days are deleted', async () => {
  await register('10.8.0.3', 6)
  await here.platform.limits.flush()
  const counts = async () => {
    const { rows } = await here.platform.pool.query(`select
      (select count(*) from rate_limit_violations where identifier = '10.8.0.3') as violations,
      (select count(*) from rate_limit_totals where hour < now()) as totals`)
    return rows[0]
  }
  expect((await counts()).violations).toBe(1)
  here.travel(31 * 24 * 60)
  await here.worker.post('/internal/maintenance/clean_up')
  expect(await counts()).toEqual({ violations: 0, totals: 0 })
})

test('an account deleted in the meantime does not prevent other records', async () => {
  const stranger = await here.stranger()
  await stranger.get('/auth/me')
  await here.platform.pool.query('delete from accounts where id = $1', [stranger.accountId])
  await register('10.8.0.4', 6)
  await here.platform.limits.flush()
  expect((await admin.get(at('/violations?identifier=10.8.0.4'))).data).toHaveLength(1)
})
