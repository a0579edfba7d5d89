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

/** Takes what waits and tells it as done, so that a test starts with an empty queue. */
async function drain({ worker }: World) {
  for (;;) {
    const { data } = await worker.post('/worker/leases', { slots: 500 })
    if (data.jobs.length === 0) return
    const finished = data.jobs.map(({ input: _, ...job }: { input: object }) => job)
    await worker.post('/worker/leases', { slots: 0, finished })
  }
}

/** Lets the lease of a job run out, as if its worker had not been heard of. */
async function runOut(here: World, id: string) {
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 minute' where id = ${id}`.execute(
    here.platform.database,
  )
  await expect
    .poll(async () => (await here.worker.get(`/internal/jobs/${id}`)).data.status, {
      timeout: 10_000,
    })
    .toBe('pending')
}

const held = ({ id, name, attempt }: { id: string; name: string; attempt: number }) => ({
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
    expect((await here.worker.post('/worker/leases', { slots: 5 })).data.jobs).toEqual([])
    const [id] = await enqueue(here)
    expect((await here.worker.post('/worker/leases', { slots: 5 })).data.jobs).toEqual([
      { id, name: 'test_worker', attempt: 1, input: {} },
    ])
  })

  test('wakes a waiting worker at once and goes to one worker only', async () => {
    const here = await world()
    await drain(here)
    const waiting = Promise.all(
      [1, 2, 3].map(() => here.worker.post('/worker/leases', { slots: 2, wait_seconds: 3 })),
    )
    await sleep(50)
    const ids = await enqueue(here, 5)
    const leased = (await waiting).flatMap(({ data }) =>
      data.jobs.map((job: { id: string }) => job.id),
    )
    const rest = await here.worker.post('/worker/leases', { slots: 9 })
    const all = [...leased, ...rest.data.jobs.map((job: { id: string }) => job.id)]
    expect(all.sort()).toEqual(ids.sort())
  })

  test('to be run later is not handed out before', async () => {
    const here = await world()
    await drain(here)
    await enqueue(here, 1, { runAt: new Date(Date.now() + 60_000) })
    expect((await here.worker.post('/worker/leases', { slots: 5 })).data.jobs).toEqual([])
  })

  test('can be followed from queue to end, and its end is final', async () => {
    const here = await world()
    await drain(here)
    const [id] = await enqueue(here)
    const read = async () => (await here.worker.get(`/internal/jobs/${id}`)).data
    expect(await read()).toMatchObject({ status: 'pending', progress: 0, attempt: 0 })
    await here.worker.post('/worker/leases', { slots: 1 })
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
  test('that fell silent is given to another worker, and the first one’s result is ignored', async () => {
    const here = await world()
    await drain(here)
    const [id] = await enqueue(here)
    const [job] = (await here.worker.post('/worker/leases', { slots: 1 })).data.jobs
    await runOut(here, id ?? '')
    await sql`update pgboss.job set start_after = now() where id = ${id}`.execute(
      here.platform.database,
    )
    const [again] = (await here.worker.post('/worker/leases', { slots: 1, wait_seconds: 3 })).data
      .jobs
    expect(again).toMatchObject({ id, attempt: 2 })

    await here.worker.post('/worker/leases', {
      slots: 0,
      finished: [{ ...held(job), error: 'late' }],
    })
    const stale = { slots: 0, running: [held(job)] }
    expect((await here.worker.post('/worker/leases', stale)).data.lost).toEqual([id])
    const current = { slots: 0, running: [held(again)] }
    expect((await here.worker.post('/worker/leases', current)).data.lost).toEqual([])
    await here.worker.post('/worker/leases', { slots: 0, finished: [held(again)] })
    expect((await here.worker.get(`/internal/jobs/${id}`)).data.status).toBe('completed')
  })

  test('that ran out while its server was away comes back to the worker that is at it still', async () => {
    const here = await world()
    await drain(here)
    const [id = ''] = await enqueue(here)
    const [job] = (await here.worker.post('/worker/leases', { slots: 1 })).data.jobs
    await runOut(here, id)
    const { data } = await here.worker.post('/worker/leases', { slots: 5, running: [held(job)] })
    expect(data).toMatchObject({ lost: [], jobs: [] })
    expect((await here.worker.get(`/internal/jobs/${id}`)).data).toMatchObject({
      status: 'processing',
      attempt: 1,
    })
  })

  test('that ran out counts when its work was done, told twice or not, and nobody does it again', async () => {
    const here = await world()
    await drain(here)
    const [id = ''] = await enqueue(here)
    const [job] = (await here.worker.post('/worker/leases', { slots: 1 })).data.jobs
    await runOut(here, id)
    const finished = [held(job)]
    const completed = async () => {
      const { rows } = await sql<{ count: number }>`
        select completed_count as count from workers where is_system`.execute(
        here.platform.database,
      )
      return rows[0]?.count ?? 0
    }
    const before = await completed()
    await Promise.all(
      [1, 2, 3].map(() => here.worker.post('/worker/leases', { slots: 0, finished })),
    )
    expect((await here.worker.get(`/internal/jobs/${id}`)).data.status).toBe('completed')
    expect(await completed()).toBe(before + 1)
    await sql`update pgboss.job set start_after = now() where id = ${id}`.execute(
      here.platform.database,
    )
    expect((await here.worker.post('/worker/leases', { slots: 5 })).data.jobs).toEqual([])
  })

  test('told as failed is tried again later; told as final goes to the dead letters', async () => {
    const here = await world()
    await drain(here)
    const [first, second] = await enqueue(here, 2)
    const { data } = await here.worker.post('/worker/leases', { slots: 2 })
    const finished = data.jobs.map((job: { id: string; name: string; attempt: number }) => ({
      ...held(job),
      error: 'broken',
      final: job.id === second,
    }))
    await here.worker.post('/worker/leases', { slots: 0, finished })
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

test('a wake-up costs no more than one running look: a worker that hung up holds nothing', async () => {
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
  const { data } = await here.worker.post('/worker/leases', { slots: 5, wait_seconds: 2 })
  expect(data.jobs).toMatchObject([{ id }])
})
