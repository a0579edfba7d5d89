import { newest, prepare, rename, webhookOf } from '@powernode/server/test/deliveries.ts'
import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { recordDeadLetters } from './dead_letters.ts'

/** Lets tests move jobs to the dead letters. */
async function setUp() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const start = new Date(Date.now() - 60_000)
  /** Leases the job with this value in its input, and reports it as failed for good. */
  async function moveToDeadLetters(part: Record<string, unknown>, error: string) {
    for (;;) {
      const { data } = await here.worker.post('/worker/leases', { slots: 500 })
      const job = data.jobs.find(({ input }: { input: object }) =>
        Object.entries(part).every(([name, value]) => Object(input)[name] === value),
      )
      if (job) {
        const { id, name, attempt } = job
        const finished = [{ id, name, attempt, error, final: true }]
        await here.worker.post('/worker/leases', { slots: 0, finished })
        return id as string
      }
      if (data.jobs.length === 0) throw new Error('job not found')
    }
  }
  return {
    ...here,
    admin,
    moveToDeadLetters,
    check: () => recordDeadLetters(here.platform.system(), start),
  }
}

test('an email whose job is a dead letter shows as failed, with the reason, until it is sent after all', async () => {
  const { admin, owner, worker, moveToDeadLetters, check } = await setUp()
  const email = `dead-letter-${owner.id}@example.com`
  await owner.post('/users', { name: 'Grace Hopper', email })
  const { data } = await admin.get(`/admin/mails?search=${email}`)
  const [{ id }] = data
  await moveToDeadLetters({ mail_id: id }, '500 no answer')
  await check()
  await check()
  const mail = (await admin.get(`/admin/mails/${id}`)).data
  expect(mail).toMatchObject({ status: 'failed', error: 'The worker gave up: 500 no answer' })
  await worker.patch(`/internal/mails/${id}`, { status: 'sent', turn: 1 })
  await check()
  expect((await admin.get(`/admin/mails/${id}`)).data.status).toBe('sent')
})

test('a delivery whose job is a dead letter shows as failed, and is sent when the dead letter is retried', async () => {
  const here = await setUp()
  await webhookOf(here.owner)
  const [turn] = await rename(here.owner)
  await here.moveToDeadLetters({ delivery_id: turn?.delivery_id }, '500 no answer')
  await here.check()
  expect(await newest(here.owner)).toMatchObject({
    status: 'failed',
    error_message: 'The worker gave up: 500 no answer',
    next_retry_at: null,
  })
  expect((await prepare(here, turn ? [turn] : []))[0]).not.toBeNull()
})

test('an export whose job is a dead letter shows as failed', async () => {
  const { owner, moveToDeadLetters, check } = await setUp()
  const { data } = await owner.post('/audit_logs/export', { format: 'json' })
  await moveToDeadLetters({ export_id: data.id }, '500 no answer')
  await check()
  expect((await owner.get(`/audit_logs/exports/${data.id}`)).data.status).toBe('failed')
})
