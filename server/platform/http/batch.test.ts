import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newest, rename, turnsOf, webhookOf } from '../../test/deliveries.ts'
import { named, UNKNOWN } from '../../test/routes.ts'
import { monitoringWorld } from '../../test/service_checks.ts'
import { world } from '../../test/world.ts'
import { ITEM_BY_ITEM } from './bounds.ts'

type World = Awaited<ReturnType<typeof world>>
interface Refused {
  index: number
  reason: string
}

const indexes = (refused: Refused[]) => refused.map(({ index }) => index)

/** Lists that are one thing, and not a batch of several. */
const whole: Record<string, string> = {
  knows: 'the jobs of a worker come from its own code',
  totals: 'a report of part of the payments would be wrong',
  charges: 'a comparison of part of the payments would be wrong',
  payments: 'the same',
}

test('every list from a worker is validated item by item', () => {
  const lists = named
    .filter(({ route }) => route.spec.can.startsWith('system.'))
    .flatMap(({ route, name }) => {
      const { properties = {} } = (route.spec.body ?? {}) as {
        properties?: Record<string, Record<string, unknown>>
      }
      return Object.entries(properties)
        .filter(([name, field]) => field.type === 'array' && !(name in whole))
        .map(([field, schema]) => ({ name: `${name} ${field}`, batch: schema[ITEM_BY_ITEM] }))
    })
  expect(lists.length).toBeGreaterThanOrEqual(7)
  expect(lists.filter(({ batch }) => !batch)).toEqual([])
})

test('an invalid outcome of one delivery does not affect other deliveries', async () => {
  const here = await world()
  const other = await here.stranger()
  await webhookOf(here.owner)
  await webhookOf(other)
  const [odd] = await rename(here.owner)
  const [fine] = await rename(other)
  const bad = [
    { http_status: 999 },
    { http_status: 200, response_body: 'a\0b' },
    { http_status: 200, response_body: 'half \ud83d' },
    { error: 'x'.repeat(501) },
    { http_status: 200, response_time_ms: 2 ** 31 },
    { http_status: 200, turn: 0 },
    { http_status: 200, surprise: true },
  ]
  const outcomes = [
    ...bad.map((outcome) => ({ ...odd, response_time_ms: 1, ...outcome })),
    'no outcome at all',
    { ...fine, response_time_ms: 12, http_status: 204 },
  ]
  const answer = await here.worker.post('/internal/webhook_deliveries/outcomes', { outcomes })
  expect(answer.status).toBe(200)
  expect(answer.data.recorded_count).toBe(1)
  expect(indexes(answer.data.refused)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(answer.data.refused[0].reason).toBe('http_status must be at most 599')
  expect((await newest(other)).status).toBe('successful')
  expect((await newest(here.owner)).status).toBe('pending')
})

test('if the database refuses one outcome, the others are recorded', async () => {
  const here = await world()
  await webhookOf(here.owner)
  await webhookOf(here.owner, { url: 'https://example.com/second' })
  const [first, second] = await rename(here.owner)
  // A constraint that refuses one of the rows.
  await sql`alter table webhook_attempts add constraint odd
    check (response_time_ms <> 4242) not valid`.execute(here.platform.database)
  const outcomes = [
    { ...first, response_time_ms: 4242, http_status: 200 },
    { ...second, response_time_ms: 1, http_status: 200 },
  ]
  const { status, data } = await here.worker
    .post('/internal/webhook_deliveries/outcomes', { outcomes })
    .finally(() =>
      sql`alter table webhook_attempts drop constraint odd`.execute(here.platform.database),
    )
  expect([status, data.recorded_count]).toEqual([200, 1])
  expect(indexes(data.refused)).toEqual([0])
  const after = new Map((await turnsOf(here.owner)).map((row) => [row.delivery_id, row.turn]))
  expect(after.get(first?.delivery_id ?? '')).toBe(first?.turn)
  expect(after.get(second?.delivery_id ?? '')).toBe((second?.turn ?? 0) + 1)
})

test('an invalid finding does not affect other findings', async () => {
  const { worker, watch, turnOf, look } = await monitoringWorld()
  const { id } = await watch()
  const turn = await turnOf(id)
  const findings = [
    { ...turn, latency_ms: 5, http_status: 600 },
    { ...turn, latency_ms: 5, error: 'a\0b' },
    { ...turn, latency_ms: 5, http_status: 200 },
  ]
  const { data } = await worker.post('/internal/service_checks/findings', { findings })
  expect(data.recorded_count).toBe(1)
  expect(indexes(data.refused)).toEqual([0, 1])
  expect((await look(id)).state).toBe('up')
})

test('prepared requests are in the order of the input, with null for invalid items', async () => {
  const here = await world()
  await webhookOf(here.owner)
  const [turn] = await rename(here.owner)
  const deliveries = [{ delivery_id: 'no id', turn: 1 }, turn, { ...turn, turn: 1.5 }]
  const { data } = await here.worker.post('/internal/webhook_deliveries/prepare', { deliveries })
  expect(data.requests.map((request: object | null) => request !== null)).toEqual([
    false,
    true,
    false,
  ])
  expect(indexes(data.refused)).toEqual([0, 2])
  const checks = [{ service_id: UNKNOWN, turn: 1 }, { service_id: UNKNOWN }]
  const prepared = await here.worker.post('/internal/service_checks/prepare', { checks })
  expect(prepared.data).toMatchObject({ requests: [null, null], refused: [{ index: 1 }] })
})

test('a job with an invalid error is refused by index, and the others are settled', async () => {
  const here = await world()
  const jobs = await leased(here, 3)
  const [long, nul, fine] = jobs
  const finished = [
    { ...long, error: 'x'.repeat(2001) },
    { ...nul, error: 'a\0b' },
    { ...fine },
    { id: 'no id', name: 'nothing', attempt: 0 },
  ]
  const running = [{ ...long }, { ...nul }, { id: 'gone', name: 'nothing', attempt: 1 }]
  const { status, data } = await here.worker.post('/worker/leases', { slots: 0, finished, running })
  expect(status).toBe(200)
  expect(indexes(data.refused)).toEqual([0, 1, 3])
  expect(data.lost).toEqual(['gone'])
  const statusOf = async (id?: string) =>
    (await here.worker.get(`/internal/jobs/${id}`)).data.status
  expect(await statusOf(fine?.id)).toBe('completed')
  expect(await statusOf(long?.id)).toBe('processing')
})

test('an invalid log line does not affect other lines', async () => {
  const { worker, join } = await world()
  const admin = await join('owner', 'admin')
  const word = `line-${admin.id}`
  const line = { level: 'warn', message: word, metadata: {}, logged_at: new Date() }
  const lines = [
    { ...line, message: 'x'.repeat(1001) },
    { ...line, metadata: { text: '\ud83d' } },
    { ...line, metadata: { 'k\0': 1 } },
    line,
  ]
  const { data } = await worker.post('/internal/system_logs', { lines })
  expect(data.kept_count).toBe(1)
  expect(indexes(data.refused)).toEqual([0, 1, 2])
  const { meta } = await admin.get(`/admin_settings/system_logs?search=${word}`)
  expect(meta.total_count).toBe(1)
})

async function leased({ owner, worker }: World, count: number) {
  const ids = await owner.ctx.transaction((tx) =>
    tx.enqueueAll('test_worker', Array(count).fill({ input: {} })),
  )
  const taken: { id: string; name: string; attempt: number }[] = []
  while (taken.length < count) {
    const { data } = await worker.post('/worker/leases', { slots: 500 })
    for (const { id, name, attempt } of data.jobs) {
      if (ids.includes(id)) taken.push({ id, name, attempt })
    }
  }
  return taken
}
