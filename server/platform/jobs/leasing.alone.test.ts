import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'
import type { JobOptions } from '../kernel/job_options.ts'

type World = Awaited<ReturnType<typeof world>>

interface Leased {
  id: string
  name: string
  input: { webhook_id: string }
}

const LIMIT = 10

async function lease({ worker }: World, slots: number): Promise<Leased[]> {
  return (await worker.post('/worker/leases', { slots })).data.jobs
}

/** Deletes all jobs and enqueues others. */
async function only({ owner, platform }: World, jobs: { name: JobOf; count: number }[]) {
  await platform.pool.query('delete from pgboss.job')
  await owner.ctx.transaction(async (tx) => {
    for (const { name, count } of jobs)
      await tx.enqueueAll(
        name,
        Array.from({ length: count }, () => ({ input: {} })),
      )
  })
}
type JobOf = 'test_worker' | 'clean_up_expired'

async function enqueueDeliveries(
  { owner }: World,
  webhook_id: string,
  count: number,
  options: JobOptions = {},
) {
  const input = () => ({ webhook_id, delivery_id: randomUUID(), turn: 1 })
  await owner.ctx.transaction((tx) =>
    tx.enqueueAll(
      'deliver_webhook',
      Array.from({ length: count }, () => ({ input: input(), ...options })),
    ),
  )
}

const countOf = (jobs: Leased[], webhookId: string) =>
  jobs.filter(({ input }) => input.webhook_id === webhookId).length

test('a lease takes jobs from every queue, even if one of them is full', async () => {
  const here = await world()
  await only(here, [
    { name: 'test_worker', count: 200 },
    { name: 'clean_up_expired', count: 1 },
  ])
  const names = (await lease(here, 10)).map(({ name }) => name)
  expect(names).toHaveLength(10)
  expect(names).toContain('clean_up_expired')
})

test('an urgent job is leased before those that wait in its queue', async () => {
  const here = await world()
  await only(here, [{ name: 'test_worker', count: 20 }])
  const [urgent] = await here.owner.ctx.transaction((tx) =>
    tx.enqueueAll('test_worker', [{ input: {}, urgent: true }]),
  )
  expect((await lease(here, 3)).map(({ id }) => id)).toContain(urgent)
})

test('slots are divided in proportion to weights, and unused ones go to other queues', async () => {
  const here = await world()
  await only(here, [
    { name: 'test_worker', count: 100 },
    { name: 'clean_up_expired', count: 7 },
  ])
  for (const _ of Array(20)) await enqueueDeliveries(here, randomUUID(), LIMIT)
  const byName = Object.groupBy(await lease(here, 90), ({ name }) => name)
  expect(byName.clean_up_expired).toHaveLength(7)
  // The other 83 slots, at weights 2 and 1; which one comes first is random.
  const deliveries = byName.deliver_webhook?.length ?? 0
  expect(Math.abs(deliveries - (83 * 2) / 3)).toBeLessThan(1.5)
  expect(byName.test_worker).toHaveLength(83 - deliveries)
})

test('slots that become free one at a time go to all full queues', async () => {
  const here = await world()
  await only(here, [
    { name: 'test_worker', count: 60 },
    { name: 'clean_up_expired', count: 60 },
  ])
  const names = new Set<string | undefined>()
  for (let turn = 0; turn < 60 && names.size < 2; turn++) names.add((await lease(here, 1))[0]?.name)
  expect([...names].sort()).toEqual(['clean_up_expired', 'test_worker'])
})

test('simultaneous leases keep the limit of a group, and a full group does not hold up others', async () => {
  const here = await world()
  await only(here, [])
  const [full, other] = [randomUUID(), randomUUID()]
  await enqueueDeliveries(here, full, 300)
  await enqueueDeliveries(here, other, 4)
  const leased = (await Promise.all(Array.from({ length: 12 }, () => lease(here, 8)))).flat()
  expect(countOf(leased, full)).toBe(LIMIT)
  expect(countOf(leased, other)).toBe(4)
  const finished = leased
    .filter(({ input }) => input.webhook_id === full)
    .slice(0, 3)
    .map(({ input: _, ...attempt }) => attempt)
  await here.worker.post('/worker/leases', { slots: 0, finished })
  expect(countOf(await lease(here, 50), full)).toBe(3)
})

test('a lease sees what another, not yet committed one takes of a group', async () => {
  const here = await world()
  await only(here, [])
  const webhook = randomUUID()
  await enqueueDeliveries(here, webhook, LIMIT)
  const { pool } = here.platform
  const first = await pool.connect()
  await first.query('begin')
  await first.query('select pgboss.lease_jobs(50, array[$1], array[1], array[$2]::int[], null)', [
    'webhooks',
    LIMIT,
  ])
  // Due before the others: the next in order, for who counts no running jobs.
  await enqueueDeliveries(here, webhook, 1, { runAt: new Date(Date.now() - 60_000) })
  const second = lease(here, 50)
  await sleep(100)
  await first.query('commit')
  first.release()
  expect(await second).toEqual([])
})

/** As pg-boss does when heartbeats stop. */
const expire = ({ platform }: World, jobs: Leased[]) =>
  platform.pool.query(
    `update pgboss.job set state = 'retry', output = '{"value":{"message":"job heartbeat timeout"}}'
     where id = any($1)`,
    [jobs.map(({ id }) => id)],
  )

test('expired attempts of a group continue only in its free slots', async () => {
  const here = await world()
  await only(here, [])
  const webhook = randomUUID()
  await enqueueDeliveries(here, webhook, 2 * LIMIT)
  const silent = await lease(here, LIMIT)
  await expire(here, silent)
  await here.platform.pool.query('update pgboss.job set start_after = $2 where id = any($1)', [
    silent.map(({ id }) => id),
    new Date(Date.now() + 3_600_000),
  ])
  const others = await lease(here, LIMIT)
  expect(others).toHaveLength(LIMIT)
  const held = ({ id, name }: Leased) => ({ id, name, attempt: 1 })
  const heartbeat = async () =>
    (await here.worker.post('/worker/leases', { slots: 0, running: silent.map(held) })).data.lost
  expect(await heartbeat()).toHaveLength(LIMIT)
  const finished = others.slice(0, 3).map(held)
  await here.worker.post('/worker/leases', { slots: 0, finished })
  expect(await heartbeat()).toHaveLength(LIMIT - 3)
})

test('a released job is not held any more, also after an attempt that expired', async () => {
  const here = await world()
  await only(here, [{ name: 'clean_up_expired', count: 1 }])
  await expire(here, await lease(here, 1))
  const [job] = await lease(here, 1)
  const held = { id: job?.id, name: job?.name, attempt: 2 }
  await here.worker.post('/worker/leases', { slots: 0, finished: [{ ...held, released: true }] })
  const { data } = await here.worker.post('/worker/leases', { slots: 0, running: [held] })
  expect(data.lost).toEqual([job?.id])
})

test('a job can be released any number of times and then end', async () => {
  const here = await world()
  await only(here, [{ name: 'clean_up_expired', count: 1 }])
  await here.platform.pool.query(
    'update pgboss.job set retry_limit = 503, retry_count = 500, started_on = now()',
  )
  const [job] = (await here.worker.post('/worker/leases', { slots: 1 })).data.jobs
  const { id, name, attempt } = job
  expect(attempt).toBe(502)
  const { data } = await here.worker.post('/worker/leases', {
    slots: 0,
    finished: [{ id, name, attempt }],
  })
  expect(data.refused).toEqual([])
  const { rows } = await here.platform.pool.query('select state from pgboss.job where id = $1', [
    id,
  ])
  expect(rows).toEqual([{ state: 'completed' }])
})

test('jobs without a group have no limit in a queue with groups', async () => {
  const here = await world()
  await only(here, [])
  await enqueueDeliveries(here, randomUUID(), 30)
  await here.platform.pool.query('update pgboss.job set group_id = null')
  expect(await lease(here, 25)).toHaveLength(25)
})

test.each([
  { queue: 'services', limit: null },
  { queue: 'webhooks', limit: LIMIT },
])(
  'with statistics from before a flood of jobs, a turn reads only its own rows: $queue',
  async ({ queue, limit }) => {
    const here = await world()
    await only(here, [{ name: 'clean_up_expired', count: 20 }])
    const client = await here.platform.pool.connect()
    await client.query('alter table pgboss.job_common set (autovacuum_enabled = off)')
    await client.query('analyze pgboss.job_common')
    await client.query(
      `insert into pgboss.job_common (name, data, group_id)
     select $1, '{"name":"test_worker","input":{}}', case when n <= 10000 then 0 else n % 50 end
     from generate_series(1, 20000) n`,
      [queue],
    )

    /** The rows of a statement, and how many jobs it read: by indexes and by sequential scans. */
    async function counted(statement: string, values: unknown[]) {
      const read = async () => {
        const { rows } = await client.query<{ fetched: number; scanned: number }>(
          `select idx_tup_fetch as fetched, seq_tup_read as scanned
         from pg_stat_xact_user_tables where relid = 'pgboss.job_common'::regclass`,
        )
        return rows[0] ?? { fetched: 0, scanned: 0 }
      }
      const before = await read()
      const { rows } = await client.query(statement, values)
      const after = await read()
      expect(after.scanned - before.scanned, statement).toBe(0)
      return { rows, fetched: after.fetched - before.fetched }
    }

    const holder = randomUUID()
    await client.query('begin')
    try {
      const lease = 'select * from pgboss.lease_jobs($1, $2, $3, $4, $5)'
      const { rows, fetched } = await counted(lease, [100, [queue], [1], [limit], holder])
      expect(rows).toHaveLength(100)
      // Counted, listed, locked, changed; and with groups, at most 10 of 50 groups are listed.
      expect(fetched).toBeLessThan(1000)
      const held = ['queue', 'id', 'attempt'].map((column) => rows.map((row) => row[column]))
      for (const name of ['extend', 'list', 'complete']) {
        const limits = name === 'extend' ? ', array_fill($5::int, array[100])' : ''
        const change = await counted(`select pgboss.${name}_attempts($1, $2, $3, $4${limits})`, [
          ...held,
          holder,
          ...(limits ? [limit] : []),
        ])
        expect(change.rows).toHaveLength(100)
        expect(change.fetched).toBeLessThan(500)
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  },
)
