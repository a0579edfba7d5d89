import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

async function setUp() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const register = async () => {
    const { data } = await admin.post('/workers', {
      name: `w-${admin.id}-${Math.random()}`.slice(0, 50),
    })
    return { ...data, client: here.as(data.token) } as Registered
  }
  return { ...here, admin, register }
}

type Client = Awaited<ReturnType<typeof world>>['worker']
interface Registered {
  id: string
  name: string
  token: string
  client: Client
}

interface Leased {
  id: string
  name: string
  attempt: number
}

/** Leaves scheduled jobs alone. */
const lease = async (client: Client, body: object = {}) =>
  client.post('/worker/leases', { slots: 50, knows: ['test_worker'], ...body })

/** Empties the queue of jobs of other tests. */
async function drain(client: Client) {
  for (;;) {
    const { data } = await lease(client)
    if (data.jobs.length === 0) return
    const finished = data.jobs.map(({ id, name, attempt }: Leased) => ({ id, name, attempt }))
    await lease(client, { slots: 0, finished })
  }
}

test('a worker’s token is shown once and can lease jobs; names are unique', async () => {
  const { admin, register } = await setUp()
  const { id, name, token, client } = await register()
  expect(token).toMatch(/^swt_/)
  expect((await lease(client)).status).toBe(200)
  const responses = await Promise.all([
    admin.get(`/workers/${id}`),
    admin.get('/workers'),
    admin.get('/audit_logs'),
  ])
  for (const { body } of responses) expect(JSON.stringify(body)).not.toContain(token)
  expect((await admin.get(`/workers/${id}`)).data.online).toBe(true)
  const named = async (online: boolean) => {
    const { data } = await admin.get(`/workers?search=${name}&online=${online}`)
    return data.map((worker: { name: string }) => worker.name)
  }
  expect([await named(true), await named(false)]).toEqual([[name], []])
  expect((await admin.post('/workers', { name })).errors).toHaveProperty('name')
})

test('suspending releases leased jobs to other workers at once, and ends a waiting lease', async () => {
  const { admin, owner, register } = await setUp()
  const [first, second] = [await register(), await register()]
  await drain(first.client)
  const job = await owner.ctx.transaction((tx) => tx.enqueue('test_worker', {}))
  expect((await lease(first.client)).data.jobs).toMatchObject([{ id: job, attempt: 1 }])

  const waiting = lease(first.client, { wait_seconds: 20 })
  const suspended = await admin.post(`/workers/${first.id}/suspend`, { reason: 'maintenance' })
  expect(suspended.data).toMatchObject({ status: 'suspended', running_count: 0 })
  expect((await waiting).data?.jobs ?? []).toEqual([])
  expect((await lease(first.client)).status).toBe(401)
  expect((await lease(second.client)).data.jobs).toMatchObject([{ id: job }])
  expect((await admin.post(`/workers/${first.id}/suspend`, {})).code).toBe('invalid_transition')

  await admin.post(`/workers/${first.id}/activate`)
  expect((await lease(first.client, { slots: 0 })).status).toBe(200)
  const { data } = await admin.get(`/workers/${first.id}/activities`)
  expect(data.map((item: { action: string }) => item.action)).toEqual([
    'activated',
    'suspended',
    'registered',
  ])
})

test('a worker can neither end, fail nor extend a job that another worker has leased', async () => {
  const { owner, register, platform } = await setUp()
  const [holder, other] = [await register(), await register()]
  await drain(holder.client)
  const id = await owner.ctx.transaction((tx) => tx.enqueue('test_worker', {}))
  const { data } = await lease(holder.client)
  const attempt = { id, name: 'test_worker', attempt: data.jobs[0].attempt }
  const status = async () => (await holder.client.get(`/internal/jobs/${id}`)).data.status
  const reports = [attempt, { ...attempt, error: 'no', final: true }]
  for (const finished of [...reports, { ...attempt, unknown: true }]) {
    await lease(other.client, { slots: 0, finished: [finished] })
    expect(await status()).toBe('processing')
  }
  for (const change of ['completed', 'failed']) {
    const report = { status: change, attempt: attempt.attempt }
    const refused = await other.client.patch(`/internal/jobs/${id}`, report)
    expect([refused.code, await status()]).toEqual(['invalid_transition', 'processing'])
  }
  const extended = await lease(other.client, { slots: 0, running: [attempt] })
  expect(extended.data.lost).toEqual([id])
  expect((await lease(holder.client, { slots: 0, running: [attempt] })).data.lost).toEqual([])

  // Leased by a server of an older version, which does not record the holder: its report must still count.
  await platform.pool.query('update pgboss.job set group_tier = null where id = $1', [id])
  await lease(holder.client, { slots: 0, finished: [attempt] })
  expect(await status()).toBe('completed')
})

test('a rotated token stays valid until its grace period ends, and is invalid at once without one', async () => {
  const { admin, register, as, travel } = await setUp()
  const { id, client } = await register()
  const rotated = await admin.post(`/workers/${id}/regenerate_token`, { grace_period_seconds: 60 })
  const newClient = as(rotated.data.token)
  expect((await lease(client)).status).toBe(200)
  expect((await lease(newClient)).status).toBe(200)
  travel(2)
  expect((await lease(client)).status).toBe(401)
  const last = await admin.post(`/workers/${id}/regenerate_token`, {})
  expect((await lease(newClient)).status).toBe(401)
  expect((await lease(as(last.data.token))).status).toBe(200)
})

test('a running grace period cannot be shortened by another rotation with one, only ended', async () => {
  const { admin, register } = await setUp()
  const { id, client } = await register()
  const change = (grace_period_seconds: number) =>
    admin.post(`/workers/${id}/regenerate_token`, { grace_period_seconds })
  expect((await change(60)).status).toBe(200)
  expect((await change(60)).code).toBe('invalid_transition')
  expect((await lease(client)).status).toBe(200)
  expect((await change(0)).status).toBe(200)
  expect((await lease(client)).status).toBe(401)
})

test('a new configuration reaches a waiting worker at once and determines its jobs', async () => {
  const { admin, owner, register } = await setUp()
  const { id, client } = await register()
  await drain(client)
  const waiting = lease(client, { wait_seconds: 20 })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await admin.put(`/workers/${id}/config`, { concurrency: 7, queues: ['email'] })
  expect((await waiting).data.jobs).toEqual([])
  await owner.ctx.transaction((tx) => tx.enqueue('test_worker', {}))
  const { data } = await lease(client)
  expect(data).toMatchObject({ concurrency: 7, jobs: [] })
  await admin.put(`/workers/${id}/config`, { queues: [] })
  expect((await lease(client)).data.jobs).toHaveLength(1)
})

test('finished jobs are counted, and a test reports its result', async () => {
  const { admin, register } = await setUp()
  const { id, client } = await register()
  await drain(client)
  const { data: requests } = await admin.post(`/workers/${id}/test_worker`)
  const [job] = (await lease(client)).data.jobs
  expect(job).toMatchObject({ id: requests.job_id, input: { worker_id: id } })
  const result = { status: 'completed', duration_ms: 3 }
  expect((await client.post(`/internal/workers/${id}/test_results`, result)).status).toBe(200)
  const { completed_count: before } = (await admin.get(`/workers/${id}`)).data
  const { input: _, ...finished } = job
  await lease(client, { slots: 0, finished: [finished] })
  expect((await admin.get(`/workers/${id}`)).data.completed_count).toBe(before + 1)
  const { data } = await admin.get(`/workers/${id}/activities?action=test_completed`)
  expect(data).toMatchObject([{ successful: true, details: { duration_ms: 3 } }])
})

test('the installation’s own worker cannot be deleted; the jobs of another deleted worker go to others', async () => {
  const { admin, worker, register } = await setUp()
  await lease(worker, { slots: 0 })
  const { data } = await admin.get('/workers?search=system')
  expect((await admin.delete(`/workers/${data[0].id}`)).code).toBe('conflict')
  const { id, client } = await register()
  expect((await admin.delete(`/workers/${id}`)).status).toBe(200)
  expect((await lease(client)).status).toBe(401)
})

test('health explains problems in words', async () => {
  const { admin, register } = await setUp()
  const { id, client } = await register()
  const health = async () => (await admin.post(`/workers/${id}/health_check`)).data
  expect(await health()).toMatchObject({
    status: 'warning',
    reasons: [expect.stringContaining('Not connected yet')],
  })
  await lease(client, { slots: 0 })
  expect(await health()).toEqual({ status: 'healthy', reasons: [] })
  await admin.post(`/workers/${id}/suspend`, {})
  expect(await health()).toMatchObject({ status: 'warning' })
})

test('a test waits for its worker', async () => {
  const { admin, register } = await setUp()
  const [tested, other] = [await register(), await register()]
  await drain(other.client)
  const { data } = await admin.post(`/workers/${tested.id}/test_worker`)
  expect((await lease(other.client)).data.jobs).toEqual([])
  const leased = await lease(tested.client, { wait_seconds: 5 })
  expect(leased.data.jobs).toMatchObject([{ id: data.job_id }])
})
