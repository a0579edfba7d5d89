import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'

test('a lease takes jobs from every queue, even if one of them is full', async () => {
  const { owner, worker } = await world()
  await owner.ctx.transaction(async (tx) => {
    const flood = Array.from({ length: 200 }, () => ({ input: {} }))
    await tx.enqueueAll('test_worker', flood)
    await tx.enqueueAll('clean_up_expired', [{ input: {} }])
  })
  const { data } = await worker.post('/worker/leases', { slots: 10 })
  const names = data.jobs.map((job: { name: string }) => job.name)
  expect(names).toHaveLength(10)
  expect(names).toContain('clean_up_expired')
})
