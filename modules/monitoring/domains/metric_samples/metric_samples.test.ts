import { BUCKETS_MS } from '@powernode/server/platform/http/sample.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { world } from '@powernode/server/test/world.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { readSamples, startSampling } from './metric_sample.ts'

const now = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS

type World = Awaited<ReturnType<typeof world>>

beforeEach(async () => {
  // In the middle of a minute.
  vi.useFakeTimers({ toFake: ['Date'], now: now() + 35_000 })
  const { platform } = await world()
  await platform.database.deleteFrom('metric_samples').execute()
})

/** Inserts the counts of one process in a past minute; `slow` of its responses took up to 100 ms, the others 1 ms. */
async function minute(
  { platform }: World,
  minutesAgo: number,
  requests: number,
  slow = 0,
  fields = {},
) {
  const durations = BUCKETS_MS.map((end) => (end === 1 ? requests - slow : end === 100 ? slow : 0))
  const row = {
    minute: new Date(now() - minutesAgo * MINUTE_MS),
    process_id: crypto.randomUUID(),
    requests,
    server_errors: 0,
    jobs_completed: 0,
    jobs_failed: 0,
    durations: [...durations, 0],
    cable_connections: 0,
    pool_waiting: 0,
    ...fields,
  }
  await platform.database.insertInto('metric_samples').values(row).execute()
}

const series = async ({ join }: World, query = '') =>
  (await (await join('owner', 'admin')).get(`/admin_settings/metrics/series${query}`)).data

test('the counts of all processes are added minute by minute, gaps included', async () => {
  const here = await world()
  await minute(here, 0, 10, 1, { cable_connections: 3, server_errors: 1, jobs_completed: 4 })
  await minute(here, 0, 30, 0, { cable_connections: 4, pool_waiting: 7, jobs_failed: 2 })
  await minute(here, 2, 5)
  const { points, total, step_seconds } = await series(here)
  expect(points).toHaveLength(60)
  expect(step_seconds).toBe(60)
  const [before, empty, last] = points.slice(-3)
  expect(before).toMatchObject({ requests: 5, seconds: 60 })
  expect(last.seconds).toBe(30)
  expect(empty).toMatchObject({ requests: 0, p95_ms: null, cable_connections: 0 })
  expect(last).toMatchObject({
    requests: 40,
    server_errors: 1,
    jobs_completed: 4,
    jobs_failed: 2,
    cable_connections: 7,
    pool_waiting: 7,
  })
  expect(total).toMatchObject({ requests: 45, server_errors: 1 })
})

test('response times are computed from all responses, not as an average of averages', async () => {
  const here = await world()
  await minute(here, 1, 98)
  await minute(here, 2, 10, 2)
  const { total } = await series(here)
  expect(total.p50_ms).toBeLessThanOrEqual(1)
  expect(total.p95_ms).toBeLessThanOrEqual(1)
  await minute(here, 3, 8, 8)
  expect((await series(here)).total.p95_ms).toBeGreaterThan(75)
})

test('a wider range has wider steps, and includes the previous range', async () => {
  const here = await world()
  await minute(here, 30, 60)
  await minute(here, 33, 6)
  await minute(here, 400, 1000)
  const { points, total, before, step_seconds } = await series(here, '?time_range=6h')
  expect(step_seconds).toBe(360)
  expect(points).toHaveLength(60)
  expect(total.requests).toBe(66)
  expect(before.requests).toBe(1000)
  const nonEmpty = points.filter((point: { requests: number }) => point.requests > 0)
  expect(nonEmpty.length).toBeLessThanOrEqual(2)
})

test('a process has one row per minute, however often it writes', async () => {
  const { platform, owner } = await world()
  platform.metrics.takeSample()
  const sampler = startSampling(platform.system())
  await owner.get('/auth/me')
  await sampler.write()
  await owner.get('/auth/me')
  await owner.get('/health')
  await sampler.close()
  const rows = await platform.database.selectFrom('metric_samples').selectAll().execute()
  const counts = rows.reduce((sum, { requests }) => sum + requests, 0)
  expect(counts).toBe(2)
  expect(rows.flatMap(({ durations }) => durations).reduce((a, b) => a + b, 0)).toBe(2)
  const [since, until] = [-5, 1].map((minutes) => new Date(now() + minutes * MINUTE_MS))
  const samples = await readSamples(platform.system(), since as Date, until as Date)
  expect(samples.reduce((sum, { requests }) => sum + requests, 0)).toBe(2)
})

test('metrics are deleted after 30 days', async () => {
  const here = await world()
  await minute(here, 29 * 1440, 1)
  await minute(here, 31 * 1440, 1)
  const { data } = await here.worker.post('/internal/maintenance/clean_up')
  expect(data.metric_samples).toBe(1)
})

test('only platform administrators can read them', async () => {
  const { owner } = await world()
  expect((await owner.get('/admin_settings/metrics/series')).status).toBe(403)
})
