import { monitoringWorld, REFUSED } from '@powernode/server/test/service_checks.ts'
import { expect, test } from 'vitest'

const SLOW = 3000

test('a service is down from its threshold on, with one incident, and up with the first success', async () => {
  const { admin, watch, found } = await monitoringWorld()
  const { id } = await watch()
  expect(await found(id, { http_status: 200 })).toMatchObject({ state: 'up', uptime_24h: 100 })
  expect((await found(id, REFUSED)).state).toBe('degraded')
  expect((await found(id, REFUSED)).state).toBe('down')
  expect(await found(id, REFUSED)).toMatchObject({ consecutive_failures: 3, uptime_24h: 25 })
  const incidents = () => admin.get(`/admin/services/${id}/incidents`)
  expect((await incidents()).data).toMatchObject([{ reason: REFUSED.error, ended_at: null }])
  expect(await found(id)).toMatchObject({ state: 'up', consecutive_failures: 0, last_error: null })
  const { data } = await incidents()
  expect(data).toHaveLength(1)
  expect(data[0].ended_at).not.toBeNull()
})

test('the health page lists services that are down by name, until they recover', async () => {
  const { admin, watch, found } = await monitoringWorld()
  // The first name in the limited list of the page.
  const { id, name } = await watch({ failure_threshold: 1, name: `0 ${Math.random()}` })
  await found(id, REFUSED)
  const health = async () => (await admin.get('/admin_settings/health')).data
  const down = await health()
  expect(down.status).toBe('error')
  expect(down.services).toMatchObject({ status: 'error', reason: expect.stringMatching(/^Down: /) })
  expect(down.services.reason).toContain(name)
  await found(id)
  expect((await health()).services.reason ?? '').not.toContain(name)
})

test('a response slower than allowed makes it degraded, and counts as uptime', async () => {
  const { watch, found } = await monitoringWorld()
  const { id } = await watch({ slow_after_ms: 1000 })
  expect(await found(id, { latency_ms: SLOW })).toMatchObject({
    state: 'degraded',
    uptime_24h: 100,
    last_error: 'It took longer than 1000 ms',
  })
  expect((await found(id, { latency_ms: 1000 })).state).toBe('up')
})

test('a repeated report, or one of an outdated turn, changes nothing', async () => {
  const { admin, watch, turnOf, report, look } = await monitoringWorld()
  const { id } = await watch()
  const first = { ...(await turnOf(id)), latency_ms: 5 }
  expect((await report(first)).data.recorded_count).toBe(1)
  expect((await report({ ...first, ...REFUSED })).data.recorded_count).toBe(0)
  await admin.post(`/admin/services/${id}/check`)
  expect((await report({ ...first, ...REFUSED })).data.recorded_count).toBe(0)
  expect((await look(id)).state).toBe('up')
  expect((await admin.get(`/admin/services/${id}/checks`)).meta.total_count).toBe(1)
})

test('of two concurrent equal reports one counts', async () => {
  const { admin, watch, turnOf, report } = await monitoringWorld()
  const { id } = await watch({ failure_threshold: 1 })
  const finding = { ...(await turnOf(id)), latency_ms: 5, ...REFUSED }
  const responses = await Promise.all([report(finding), report(finding), report(finding)])
  const counts = responses.map(({ data }) => data.recorded_count)
  expect(counts.sort()).toEqual([0, 0, 1])
  expect((await admin.get(`/admin/services/${id}/incidents`)).meta.total_count).toBe(1)
})

test('an event is emitted once in the platform’s account, and every administrator is notified', async () => {
  const { admin, member, join, watch, found, platform } = await monitoringWorld()
  const colleague = await join('admin')
  const ordinary = await member()
  const { id, name } = await watch({ failure_threshold: 1 })
  await found(id, REFUSED)
  await found(id, REFUSED)
  await found(id)
  const events = await platform.database
    .selectFrom('events')
    .select(['type', 'data', 'account_id'])
    .where('type', 'in', ['service.down', 'service.up'])
    .execute()
  const ownEvents = events.filter(({ data }) => data.id === id)
  expect(ownEvents.map(({ type }) => type).sort()).toEqual(['service.down', 'service.up'])
  expect(new Set(ownEvents.map(({ account_id }) => account_id)).size).toBe(1)
  for (const user of [admin, colleague]) {
    const { data } = await user.get('/notifications')
    const titles = data.map((item: { title: string }) => item.title)
    expect(titles).toEqual(expect.arrayContaining([`${name} is down`, `${name} works again`]))
  }
  expect((await ordinary.get('/notifications')).data).toEqual([])
})

test('pausing a service ends its incident; resuming it starts with a new state', async () => {
  const { admin, watch, found, look, turnOf, report } = await monitoringWorld()
  const { id } = await watch({ failure_threshold: 1 })
  await found(id, REFUSED)
  const path = `/admin/services/${id}`
  const { data } = await admin.patch(path, { paused: true })
  expect(data).toMatchObject({ state: 'paused', consecutive_failures: 0 })
  const { data: incidents } = await admin.get(`${path}/incidents`)
  expect(incidents[0].ended_at).not.toBeNull()
  expect((await admin.post(`${path}/check`)).code).toBe('invalid_transition')
  await report({ ...(await turnOf(id)), latency_ms: 5 })
  expect((await look(id)).state).toBe('paused')
  expect((await admin.patch(path, { paused: false })).data.state).toBe('unknown')
  expect((await found(id)).state).toBe('up')
})

test('checks and totals agree, by hour and by day', async () => {
  const { admin, watch, found, look, travel } = await monitoringWorld()
  const { id } = await watch({ failure_threshold: 10 })
  await found(id, { latency_ms: 100, http_status: 200 })
  await found(id, { latency_ms: 300, http_status: 200 })
  await found(id, { ...REFUSED, latency_ms: SLOW })
  const path = `/admin/services/${id}`
  const { data: checks, meta } = await admin.get(`${path}/checks`)
  expect(meta.total_count).toBe(3)
  expect(checks[0]).toMatchObject({ ok: false, error: REFUSED.error, http_status: null })
  expect((await admin.get(`${path}/checks?ok=false`)).meta.total_count).toBe(1)

  for (const [range, length] of [
    ['24h', 24],
    ['7d', 168],
    ['90d', 90],
  ] as const) {
    const { data } = await admin.get(`${path}/series?time_range=${range}`)
    expect(data.points).toHaveLength(length)
    const created = data.points.filter((point: { checks: number }) => point.checks > 0)
    const sum = created.reduce((all: number, point: { checks: number }) => all + point.checks, 0)
    expect(sum).toBe(3)
    expect(created[0].max_latency_ms).toBe(300)
  }
  travel(48 * 60)
  const later = await look(id)
  expect(later).toMatchObject({ uptime_24h: null, uptime_7d: 66.667, uptime_90d: 66.667 })
  expect(later.days).toHaveLength(30)
  expect(later.days.at(-1)?.uptime).toBeNull()
  expect(later.checked_since).toEqual(new Date(checks.at(-1).checked_at))
})

test('the clean-up keeps checks for 90 days, and totals longer', async () => {
  const { worker, watch, found, travel, platform } = await monitoringWorld()
  const { id } = await watch()
  await found(id)
  travel(91 * 24 * 60)
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.service_checks).toBeGreaterThan(0)
  const units = await platform.database
    .selectFrom('service_uptimes')
    .select('unit')
    .where('service_id', '=', id)
    .execute()
  expect(units).toEqual([{ unit: 'day' }])
})
