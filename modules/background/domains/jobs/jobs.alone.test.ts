import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

test('the clean-up deletes what has expired and keeps the rest', async () => {
  const { worker, owner, visitor, travel, mailedToken } = await world()
  await visitor.post('/auth/forgot-password', { email: owner.email })
  await mailedToken(owner.email)
  await owner.post('/invitations', { email: `late-${owner.id}@example.com` })
  const stored = await worker.post('/internal/maintenance/clean_up')
  expect(stored.data).toMatchObject({ one_time_tokens: 0, sessions: 0, refresh_tokens: 0 })
  travel(61 * 24 * 60)
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.one_time_tokens).toBeGreaterThan(0)
  expect(data.sessions).toBeGreaterThan(0)
  expect(data.expired_invitations).toBe(1)
  const repeated = await worker.post('/internal/maintenance/clean_up')
  expect(repeated.data.one_time_tokens).toBe(0)
})

test('progress is sent to the account’s channel and can be read later', async () => {
  const { worker, owner } = await world()
  const id = await owner.ctx.transaction((tx) => tx.enqueue('test_worker', {}))
  let leased: { id: string; attempt: number } | undefined
  while (leased?.id !== id) {
    const { data } = await worker.post('/worker/leases', { slots: 1 })
    leased = data.jobs[0]
  }
  await worker.patch(`/internal/jobs/${id}`, { attempt: 1, progress: 40 })
  expect((await worker.get(`/internal/jobs/${id}`)).data).toMatchObject({
    progress: 40,
    job_type: 'test_worker',
  })
})
