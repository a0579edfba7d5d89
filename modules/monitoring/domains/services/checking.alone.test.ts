import { monitoringWorld } from '@powernode/server/test/service_checks.ts'
import { expect, test } from 'vitest'
import { enqueueDueChecks } from './checking.ts'

const MINUTES_LOST = 6

/** The checks enqueued for a worker. */
async function queued({ platform }: Awaited<ReturnType<typeof monitoringWorld>>, id: string) {
  const { rows } = await platform.pool.query(
    `select data->'input'->>'turn' as turn from pgboss.job
     where data->'input'->>'service_id' = $1 order by 1`,
    [id],
  )
  return rows.map(({ turn }) => Number(turn))
}

test('a new service is checked at once, and again after its interval', async () => {
  const here = await monitoringWorld()
  const { id } = await here.watch({ interval_seconds: 120 })
  expect(await queued(here, id)).toEqual([1])
  await here.report({ ...(await here.turnOf(id)), latency_ms: 5 })
  await enqueueDueChecks(here.platform.system())
  expect(await queued(here, id)).toEqual([1])
  here.travel(2.5)
  await enqueueDueChecks(here.platform.system())
  expect(await queued(here, id)).toEqual([1, 2])
})

test('of concurrent servers, one enqueues each check', async () => {
  const here = await monitoringWorld()
  const { id } = await here.watch()
  await here.report({ ...(await here.turnOf(id)), latency_ms: 5 })
  here.travel(5)
  const system = here.platform.system()
  await Promise.all([enqueueDueChecks(system), enqueueDueChecks(system), enqueueDueChecks(system)])
  expect(await queued(here, id)).toEqual([1, 2])
})

test('no further check is enqueued while one is pending; a lost one makes the state unknown', async () => {
  const here = await monitoringWorld()
  const { id } = await here.watch({ interval_seconds: 30 })
  await here.report({ ...(await here.turnOf(id)), latency_ms: 5 })
  here.travel(1)
  await enqueueDueChecks(here.platform.system())
  here.travel(1)
  await enqueueDueChecks(here.platform.system())
  expect(await queued(here, id)).toEqual([1, 2])
  expect((await here.look(id)).state).toBe('up')
  here.travel(MINUTES_LOST)
  await enqueueDueChecks(here.platform.system())
  expect(await queued(here, id)).toEqual([1, 2, 3])
  expect((await here.look(id)).state).toBe('unknown')
  expect(await here.prepared({ service_id: id, turn: 2 })).toEqual([null])
})

test('a paused service is not checked, however long', async () => {
  const here = await monitoringWorld()
  const { id } = await here.watch()
  await here.admin.patch(`/admin/services/${id}`, { paused: true })
  here.travel(600)
  await enqueueDueChecks(here.platform.system())
  expect(await queued(here, id)).toEqual([1])
  expect(await here.prepared(await here.turnOf(id))).toEqual([null])
})

test('a worker gets the checks in order, and nothing for outdated turns or deleted services', async () => {
  const here = await monitoringWorld()
  const http = await here.watch({ expected_text: 'ok' })
  const internal = { kind: 'internal', check_type: 'tcp', host: '10.0.0.7', port: 25 }
  const tcp = await here.watch({ ...internal, url: undefined })
  const deleted = await here.watch()
  const turns = await Promise.all([tcp, deleted, http].map(({ id }) => here.turnOf(id)))
  await here.admin.delete(`/admin/services/${deleted.id}`)
  const requests = await here.prepared(...turns)
  expect(requests[0]).toMatchObject({ check_type: 'tcp', host: '10.0.0.7', allow_private: true })
  expect(requests[1]).toBeNull()
  expect(requests[2]).toMatchObject({
    check_type: 'http',
    url: 'https://shop.example.com/',
    method: 'GET',
    expected_text: 'ok',
    timeout_seconds: 10,
    allow_private: false,
    bearer_token: null,
  })
})

test('a change to how a service is checked makes a pending check outdated', async () => {
  const here = await monitoringWorld()
  const { id } = await here.watch()
  const before = await here.turnOf(id)
  await here.admin.patch(`/admin/services/${id}`, { url: 'https://new.example.com/' })
  const { data } = await here.report({ ...before, latency_ms: 5 })
  expect(data.recorded_count).toBe(0)
  const after = await here.turnOf(id)
  await here.admin.patch(`/admin/services/${id}`, { description: 'Told later' })
  expect(await here.turnOf(id)).toEqual(after)
  expect(await here.prepared(after)).toMatchObject([{ url: 'https://new.example.com/' }])
})

test('the server itself notices a missing worker', async () => {
  const here = await monitoringWorld()
  const { data } = await here.admin.get('/admin/services?search=Workers')
  here.travel(60)
  for (let check = 0; check < 3; check++) {
    here.travel(2)
    await enqueueDueChecks(here.platform.system())
  }
  expect(await here.look(data[0].id)).toMatchObject({ state: 'down' })
})
