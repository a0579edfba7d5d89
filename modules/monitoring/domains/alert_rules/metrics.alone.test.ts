import { BUCKETS_MS } from '@powernode/server/platform/http/sample.ts'
import { metricNames } from '@powernode/server/platform/metrics.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

async function setUp() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const preview = async (metric: string, condition = 'above', threshold = 0) =>
    (await admin.post('/admin/alert_rules/preview', { metric, condition, threshold })).data
  const valueOfMetric = async (metric: string) => (await preview(metric)).current_value
  return { ...here, admin, preview, valueOfMetric }
}

test.for(metricNames)(
  '%s can be read, and a preview says whether the condition of a rule holds',
  async (metric) => {
    const { preview } = await setUp()
    const { current_value } = await preview(metric, 'above', -1)
    expect(current_value).toBeGreaterThanOrEqual(0)
    expect((await preview(metric, 'above', -1)).holds).toBe(true)
    expect((await preview(metric, 'above', 1e9)).holds).toBe(false)
    expect((await preview(metric, 'below', 1e9)).holds).toBe(true)
  },
)

test('the metrics have the right values', async () => {
  const { valueOfMetric, visitor, platform, owner } = await setUp()
  const before = await valueOfMetric('sign_ins_failed_per_hour')
  await visitor.post('/auth/login', { email: owner.email, password: 'wrong' })
  expect(await valueOfMetric('sign_ins_failed_per_hour')).toBe(before + 1)
  await owner.post('/users', { name: 'New', email: `new-${owner.id}@example.com` })
  const failed = await valueOfMetric('mails_failed_per_hour')
  await rowsOf(owner.ctx, 'mails').update({ status: 'failed' }).execute()
  expect(await valueOfMetric('mails_failed_per_hour')).toBeGreaterThan(failed)
  const last_seen_at = new Date(Date.now() - 3600_000)
  await platform.database.updateTable('workers').set({ last_seen_at }).execute()
  expect(await valueOfMetric('workers_away')).toBe(1)
  await platform.database
    .insertInto('system_logs')
    .values({
      ...{ id: crypto.randomUUID(), level: 'error', source: 'server', message: 'no' },
      created_at: new Date(),
    })
    .execute()
  expect(await valueOfMetric('errors_logged_per_hour')).toBeGreaterThan(0)
})

test('rules can use recent responses of servers, and services that are down', async () => {
  const { admin, valueOfMetric, platform } = await setUp()
  await platform.database.deleteFrom('metric_samples').execute()
  expect(await valueOfMetric('requests_failed_share')).toBe(0)
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000)
  const counts = { requests: 10, server_errors: 2, jobs_completed: 0, jobs_failed: 0 }
  const durations = BUCKETS_MS.map((end) => (end === 100 ? 10 : 0))
  await platform.database
    .insertInto('metric_samples')
    .values({
      ...counts,
      minute,
      process_id: crypto.randomUUID(),
      durations: [...durations, 0],
      cable_connections: 0,
      pool_waiting: 0,
    })
    .execute()
  expect(await valueOfMetric('requests_failed_share')).toBe(20)
  expect(await valueOfMetric('response_time_p95')).toBeGreaterThan(75)

  const before = await valueOfMetric('services_down')
  const [service] = (await admin.get('/admin/services')).data
  await platform.database
    .insertInto('service_incidents')
    .values({
      id: crypto.randomUUID(),
      service_id: service.id,
      started_at: new Date(),
      reason: 'x',
    })
    .execute()
  expect(await valueOfMetric('services_down')).toBe(before + 1)
})
