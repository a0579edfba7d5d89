import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { listening, world } from '../../test/world.ts'

type World = Awaited<ReturnType<typeof world>>

async function enqueue({ owner }: World, count = 1, options = {}) {
  return owner.ctx.transaction((tx) =>
    Promise.all(Array.from({ length: count }, () => tx.enqueue('test_worker', {}, options))),
  )
}

/** Leases jobs of these tests only: those with a schedule become due at any moment. */
const lease = ({ worker }: Pick<World, 'worker'>, body: object) =>
  worker.post('/worker/leases', { knows: ['test_worker'], ...body })

/** Completes all waiting jobs, so that a test starts with an empty queue. */
async function drain(here: World) {
  for (;;) {
    const { data } = await lease(here, { slots: 500 })
    if (data.jobs.length === 0) return
    const finished = data.jobs.map(({ input: _, ...job }: { input: object }) => job)
    await lease(here, { slots: 0, finished })
  }
}

/** Expires the lease of a job, as if its worker had sent no heartbeat. */
async function expireLease(here: World, id: string) {
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 minute' where id = ${id}`.execute(
    here.platform.database,
  )
  await expect
    .poll(async () => (await here.worker.get(`/internal/jobs/${id}`)).data.status, {
      timeout: 10_000,
    })
    .toBe('pending')
}

const attemptOf = ({ id, name, attempt }: { id: string; name: string; attempt: number }) => ({
  id,
  name,
  attempt,
})

describe('a job', () => {
  test('exists only when its transaction commits', async () => {
    const here = await world()
    await drain(here)
    await here.owner.ctx
      .transaction(async (tx) => {
        await tx.enqueue('test_worker', {})
        throw new Error('no')
      })
      .catch(() => {})
    expect((await lease(here, { slots: 5 })).data.jobs).toEqual([])
    const [id] = await enqueue(here)
    expect((await lease(here, { slots: 5 })).data.jobs).toEqual([
      { id, name: 'test_worker', attempt: 1, input: {} },
    ])
  })

  test('wakes a waiting worker immediately and is leased by one worker only', async () => {
    const here = await world()
    await drain(here)
    const waiting = Promise.all([1, 2, 3].map(() => lease(here, { slots: 2, wait_seconds: 3 })))
    await sleep(50)
    const ids = await enqueue(here, 5)
    const leased = (await waiting).flatMap(({ data }) =>
      data.jobs.map((job: { id: string }) => job.id),
    )
    const rest = await lease(here, { slots: 9 })
    const all = [...leased, ...rest.data.jobs.map((job: { id: string }) => job.id)]
    expect(all.sort()).toEqual(ids.sort())
  })

  test('scheduled for later is not leased before', async () => {
    const here = await world()
    await drain(here)
    await enqueue(here, 1, { runAt: new Date(Date.now() + 60_000) })
    expect((await lease(here, { slots: 5 })).data.jobs).toEqual([])
  })

  test('reports its status until the end, and its final status cannot change', async () => {
    const here = await world()
    await drain(here)
    const [id] = await enqueue(here)
    const read = async () => (await here.worker.get(`/internal/jobs/${id}`)).data
    expect(await read()).toMatchObject({ status: 'pending', progress: 0, attempt: 0 })
    await lease(here, { slots: 1 })
    expect(await read()).toMatchObject({ status: 'processing', progress: 50, attempt: 1 })
    const report = (body: object) =>
      here.worker.patch(`/internal/jobs/${id}`, { attempt: 1, ...body })
    expect((await report({ progress: 70 })).data).toMatchObject({
      status: 'processing',
      progress: 70,
    })
    expect((await report({ status: 'completed' })).data).toMatchObject({
      status: 'completed',
      progress: 100,
    })
    expect((await report({ status: 'completed' })).status).toBe(200)
    expect((await report({ status: 'failed' })).code).toBe('invalid_transition')
    expect((await report({ progress: 101 })).status).toBe(422)
  })
})

describe('a lease', () => {
  test('without heartbeats goes to another worker, and the result of the first is ignored', async () => {
    const here = await world()
    await drain(here)
    const [id] = await enqueue(here)
    const [job] = (await lease(here, { slots: 1 })).data.jobs
    await expireLease(here, id ?? '')
    await sql`update pgboss.job set start_after = now() where id = ${id}`.execute(
      here.platform.database,
    )
    const [again] = (await lease(here, { slots: 1, wait_seconds: 3 })).data.jobs
    expect(again).toMatchObject({ id, attempt: 2 })

    await lease(here, {
      slots: 0,
      finished: [{ ...attemptOf(job), error: 'late' }],
    })
    const stale = { slots: 0, running: [attemptOf(job)] }
    expect((await lease(here, stale)).data.lost).toEqual([id])
    const current = { slots: 0, running: [attemptOf(again)] }
    expect((await lease(here, current)).data.lost).toEqual([])
    await lease(here, { slots: 0, finished: [attemptOf(again)] })
    expect((await here.worker.get(`/internal/jobs/${id}`)).data.status).toBe('completed')
  })

  test('that expired while the server was down is restored to the worker that still runs the job', async () => {
    const here = await world()
    await drain(here)
    const [id = ''] = await enqueue(here)
    const [job] = (await lease(here, { slots: 1 })).data.jobs
    await expireLease(here, id)
    const { data } = await lease(here, {
      slots: 5,
      running: [attemptOf(job)],
    })
    expect(data).toMatchObject({ lost: [], jobs: [] })
    expect((await here.worker.get(`/internal/jobs/${id}`)).data).toMatchObject({
      status: 'processing',
      attempt: 1,
    })
  })

  test('that expired counts if the work was completed, and the job does not run again', async () => {
    const here = await world()
    await drain(here)
    const [id = ''] = await enqueue(here)
    const [job] = (await lease(here, { slots: 1 })).data.jobs
    await expireLease(here, id)
    const finished = [attemptOf(job)]
    const completed = async () => {
      const { rows } = await sql<{ count: number }>`
        select completed_count as count from workers where is_system`.execute(
        here.platform.database,
      )
      return rows[0]?.count ?? 0
    }
    const before = await completed()
    await Promise.all([1, 2, 3].map(() => lease(here, { slots: 0, finished })))
    expect((await here.worker.get(`/internal/jobs/${id}`)).data.status).toBe('completed')
    expect(await completed()).toBe(before + 1)
    await sql`update pgboss.job set start_after = now() where id = ${id}`.execute(
      here.platform.database,
    )
    expect((await lease(here, { slots: 5 })).data.jobs).toEqual([])
  })

  test('that fails is retried later; a final failure becomes a dead letter', async () => {
    const here = await world()
    await drain(here)
    const [first, second] = await enqueue(here, 2)
    const { data } = await lease(here, { slots: 2 })
    const finished = data.jobs.map((job: { id: string; name: string; attempt: number }) => ({
      ...attemptOf(job),
      error: 'broken',
      final: job.id === second,
    }))
    await lease(here, { slots: 0, finished })
    expect((await here.worker.get(`/internal/jobs/${first}`)).data.status).toBe('pending')
    const dead = await here.worker.get(`/internal/jobs/${second}`)
    expect(dead.data).toMatchObject({ status: 'failed', result: { message: 'broken' } })
    const { rows } =
      await sql`select 1 from pgboss.job where name = 'dead_letters' and source_id = ${second}`.execute(
        here.platform.database,
      )
    expect(rows).toHaveLength(1)
  })
})

describe('an unknown job', () => {
  /** Enqueues one like a server of a newer version. */
  async function enqueueNewer(here: World) {
    const [id = ''] = await enqueue(here)
    await sql`update pgboss.job set data = data || '{"name":"sing"}' where id = ${id}`.execute(
      here.platform.database,
    )
    return id
  }
  async function rowOf(here: World, id: string) {
    const { rows } = await sql<{ state: string; retry_count: number; waits: boolean }>`
      select state, retry_count, start_after > now() as waits from pgboss.job where id = ${id}`.execute(
      here.platform.database,
    )
    return rows[0]
  }
  const due = (here: World, id: string) =>
    sql`update pgboss.job set start_after = now() where id = ${id}`.execute(here.platform.database)

  test('is left for a server that knows it, and does not block other jobs', async () => {
    const here = await world()
    await drain(here)
    const id = await enqueueNewer(here)
    const [next] = await enqueue(here)
    const leased = await lease(here, { slots: 1 })
    expect(leased.data.jobs).toMatchObject([{ id: next }])
    await lease(here, {
      slots: 0,
      finished: leased.data.jobs.map(attemptOf),
    })
    expect(await rowOf(here, id)).toEqual({ state: 'created', retry_count: 0, waits: true })
    await sql`update pgboss.job set data = data || '{"name":"test_worker"}' where id = ${id}`.execute(
      here.platform.database,
    )
    await due(here, id)
    const { data } = await lease(here, { slots: 1 })
    expect(data.jobs).toEqual([{ id, name: 'test_worker', attempt: 1, input: {} }])
  })

  test('becomes a dead letter with the reason after a day', async () => {
    const here = await world()
    await drain(here)
    const id = await enqueueNewer(here)
    await lease(here, { slots: 1 })
    await sql`update pgboss.job set start_after = now(),
      data = data || jsonb_build_object('unknown_since', now() - interval '25 hours') where id = ${id}`.execute(
      here.platform.database,
    )
    expect((await lease(here, { slots: 1 })).data.jobs).toEqual([])
    const admin = await here.join('owner', 'admin')
    const letters = await admin.get('/admin/jobs?queue=dead_letters')
    expect(letters.data[0]).toMatchObject({
      job_type: 'sing',
      error: 'No server or worker that leased this job within a day knows it',
    })
    const again = await admin.post(`/admin/jobs/${letters.data[0].id}/retry`)
    expect(again.data).toEqual({ queued_count: 1 })
  })

  test('of one worker goes to another, whether reported before or after leasing', async () => {
    const here = await world()
    await drain(here)
    const [id = ''] = await enqueue(here)
    const choosy = await lease(here, { slots: 1, knows: ['deliver_mail'] })
    expect(choosy.data.jobs).toEqual([])
    await due(here, id)
    const { data } = await lease(here, { slots: 1 })
    expect(data.jobs).toMatchObject([{ id, attempt: 1 }])
    const finished = data.jobs.map((job: Parameters<typeof attemptOf>[0]) => ({
      ...attemptOf(job),
      error: 'This worker does not know the job',
      unknown: true,
    }))
    await lease(here, { slots: 0, finished })
    expect(await rowOf(here, id)).toEqual({ state: 'created', retry_count: 0, waits: true })
    await due(here, id)
    const again = await lease(here, { slots: 1 })
    expect(again.data.jobs).toMatchObject([{ id, attempt: 1 }])
  })
})

test('a disconnected worker does not keep a lease waiting', async () => {
  const here = await world()
  await drain(here)
  const url = await listening(here.app)
  const hangUp = new AbortController()
  const poll = fetch(`${url}/api/v1/worker/leases`, {
    method: 'POST',
    headers: { authorization: 'Bearer swt_test-worker', 'content-type': 'application/json' },
    body: '{"slots":5,"wait_seconds":30}',
    signal: hangUp.signal,
  }).catch(() => {})
  const { server } = here.app
  const connections = () => new Promise((done) => server.getConnections((_, count) => done(count)))
  await vi.waitFor(async () => expect(await connections()).toBe(1))
  await sleep(100)
  hangUp.abort()
  await poll
  await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 5000 })
  const [id] = await enqueue(here)
  const { data } = await lease(here, { slots: 5, wait_seconds: 2 })
  expect(data.jobs).toMatchObject([{ id }])
})
