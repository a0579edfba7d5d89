import { queues } from '@powernode/contract/jobs.ts'
import { world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

async function setUp() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const queue = (options = {}) =>
    here.owner.ctx.transaction((tx) => tx.enqueue('test_worker', {}, options))
  /** Leases jobs until it gets this one. */
  const leaseUntil = async (id: string) => {
    for (;;) {
      const { data } = await here.worker.post('/worker/leases', { slots: 500 })
      const job = data.jobs.find((item: { id: string }) => item.id === id)
      if (job) return { id, name: job.name, attempt: job.attempt }
      if (data.jobs.length === 0) throw new Error('job not found')
    }
  }
  const report = (finished: object[]) => here.worker.post('/worker/leases', { slots: 0, finished })
  return { ...here, admin, queue, leaseUntil, report }
}

test('each queue can be listed, newest first, by state and kind', async () => {
  const { admin, owner, queue, leaseUntil, report } = await setUp()
  const { id, name } = (await owner.get('/accounts/current')).data
  const first = await queue()
  const second = await queue({ runAt: new Date(Date.now() + 3600_000) })
  await report([await leaseUntil(first)])
  const { data, meta } = await admin.get('/admin/jobs?queue=services&job_type=test_worker')
  expect(data[0]).toMatchObject({ id: second, status: 'pending', account: { id, name } })
  expect(meta.total_count).toBeGreaterThanOrEqual(2)
  expect((await admin.get(`/admin/jobs/${first}`)).data).toMatchObject({
    status: 'completed',
    job_type: 'test_worker',
    queue: 'services',
    attempt: 1,
  })
  const { data: done } = await admin.get('/admin/jobs?status=completed&queue=services')
  expect(done.every((job: { status: string }) => job.status === 'completed')).toBe(true)
  expect((await admin.get('/admin/jobs?queue=email&job_type=test_worker')).data).toEqual([])
})

test('jobs are listed oldest or newest first, page by page, by number or by cursor', async () => {
  const { admin, queue } = await setUp()
  for (let n = 0; n < 5; n++) await queue({ runAt: new Date(Date.now() + 3600_000) })
  const newest = '/admin/jobs?status=pending&job_type=test_worker&per_page=2'
  const oldest = `${newest}&sort=created_at`
  const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id)
  const all = async (first: string) => {
    const ids = []
    for (let path = first; ; ) {
      const page = await admin.get(path)
      ids.push(...idsOf(page))
      if (!page.meta.next_cursor) return ids
      path = `${first}&after=${page.meta.next_cursor}`
    }
  }
  const ids = await all(newest)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(5)
  expect(await all(oldest)).toEqual(ids.toReversed())
  expect(idsOf(await admin.get(`${newest}&page=2`))).toEqual(ids.slice(2, 4))
  const { data } = await admin.get('/admin/jobs?status=pending&job_type=test_worker')
  const times = data.map(({ created_at }: { created_at: string }) => created_at)
  expect(times).toEqual(times.toSorted().toReversed())
})

test('queues can be read with permission to read jobs, sorted by name', async () => {
  const { admin } = await setUp()
  const last = queues.toSorted().reverse().slice(0, 2)
  const { data, meta } = await admin.get('/admin/jobs/queues?sort=-name&per_page=2')
  expect(data.map(({ name }: { name: string }) => name)).toEqual(last)
  expect(meta).toMatchObject({
    total_count: queues.length,
    total_pages: Math.ceil(queues.length / 2),
  })
})

test('a waiting job can be cancelled once; a running one is taken from its worker', async () => {
  const { admin, queue, leaseUntil, worker } = await setUp()
  const waiting = await queue({ runAt: new Date(Date.now() + 3600_000) })
  const cancelled = await admin.post(`/admin/jobs/${waiting}/cancel`)
  expect(cancelled.data.status).toBe('cancelled')
  expect((await admin.post(`/admin/jobs/${waiting}/cancel`)).code).toBe('invalid_transition')
  const { meta } = await admin.get('/audit_logs?action=job.cancelled')
  expect(meta.total_count).toBe(1)

  const running = await leaseUntil(await queue())
  await admin.post(`/admin/jobs/${running.id}/cancel`)
  const { data } = await worker.post('/worker/leases', { slots: 0, running: [running] })
  expect(data.lost).toEqual([running.id])
})

test('failed jobs are among the dead letters, with the reason, and can be retried', async () => {
  const { admin, queue, leaseUntil, report } = await setUp()
  const id = await queue()
  const job = await leaseUntil(id)
  await report([{ ...job, error: 'no way', final: true }])
  expect((await admin.get(`/admin/jobs/${id}`)).data).toMatchObject({
    status: 'failed',
    error: 'no way',
  })
  expect((await admin.post(`/admin/jobs/${id}/retry`)).code).toBe('invalid_transition')
  const { data } = await admin.get('/admin/jobs?queue=dead_letters')
  expect(data[0]).toMatchObject({ job_type: 'test_worker', error: 'no way' })
  const repeated = await admin.post(`/admin/jobs/${data[0].id}/retry`)
  expect(repeated.data).toEqual({ queued_count: 1 })
  const { data: pending } = await admin.get('/admin/jobs?queue=services&status=pending')
  expect(pending.length).toBeGreaterThan(0)
  expect((await admin.post('/admin/jobs/redrive', { queue: 'email' })).data.queued_count).toBe(0)
})

test('the schedules show when each job runs next', async () => {
  const { admin } = await setUp()
  const { data } = await admin.get('/admin/jobs/schedules')
  const cleanUp = data.find((row: { job_type: string }) => row.job_type === 'clean_up_expired')
  expect(cleanUp).toMatchObject({ cron: '0 3 * * *', queue: 'maintenance' })
  expect(Date.parse(cleanUp.next_at)).toBeGreaterThan(Date.now())
})

test('a page of many finished jobs is read by an index', async () => {
  const { platform } = await setUp()
  await sql`insert into pgboss.job (name, data, state, created_on, completed_on)
    select 'services', '{"name":"test_worker","input":{}}', 'completed', now() - n * interval '1 second', now()
    from generate_series(1, 100000) n`.execute(platform.database)
  await sql`analyze pgboss.job`.execute(platform.database)
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
    select * from unnest(array['services', 'email']) q cross join lateral (
      select * from pgboss.job where name = q order by created_on desc limit 20
    ) job order by created_on desc, id desc limit 20`.execute(platform.database)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index Scan.*job/)
  expect(plan).not.toMatch(/Seq Scan on job/)
})
