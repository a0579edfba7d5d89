import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { makePlan } from '../../test/arrange.ts'
import { remind } from './reminders.ts'
import { lockSubscription } from './subscription.ts'

async function subscribed() {
  const here = await world()
  const admin = await (await world()).join('owner', 'admin')
  const plan = await makePlan(admin, { price_cents: 2900, trial_days: 14 })
  const { data } = await here.owner.post('/subscriptions', { plan_id: plan.id })
  const path = `/subscriptions/${data.id}`
  const read = async () => (await here.owner.get(path)).data
  return { ...here, admin, path, read, id: data.id as string }
}

test('each change counts, and one that is based on an earlier one is refused', async () => {
  const { owner, path, read } = await subscribed()
  const { lock_version } = await read()
  const changed = await owner.patch(path, { quantity: 2, lock_version })
  expect(changed.data).toMatchObject({ quantity: 2, lock_version: lock_version + 1 })
  const late = await owner.patch(path, { quantity: 3, lock_version })
  expect([late.status, late.code]).toEqual([409, 'conflict'])
  expect(late.body.details).toMatchObject({ lock_version: lock_version + 1 })
  expect((await read()).quantity).toBe(2)
  expect((await owner.patch(path, { quantity: 3 })).status).toBe(200)
  for (const refused of [
    await owner.post(`${path}/pause`, { lock_version }),
    await owner.delete(`${path}?lock_version=${lock_version}`),
    await owner.delete(`${path}?at_period_end=true&lock_version=${lock_version}`),
  ]) {
    expect([refused.status, refused.code]).toEqual([409, 'conflict'])
  }
  const { lock_version: current } = await read()
  expect((await owner.post(`${path}/pause`, { lock_version: current })).status).toBe(200)
})

test('of two changes at once that read the same, one is refused', async () => {
  const { owner, path, read } = await subscribed()
  const { lock_version } = await read()
  const replies = await Promise.all(
    [2, 3, 4].map((quantity) => owner.patch(path, { quantity, lock_version })),
  )
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect((await read()).lock_version).toBe(lock_version + 1)
})

test('a worker is refused too, and what nobody sees does not count', async () => {
  const { owner, worker, path, read, id } = await subscribed()
  const { lock_version } = await read()
  const late = await worker.patch(path, { status: 'past_due', lock_version: lock_version + 1 })
  expect([late.status, late.code]).toEqual([409, 'conflict'])
  expect((await worker.patch(path, { status: 'past_due', lock_version })).status).toBe(200)
  expect((await read()).lock_version).toBe(lock_version + 1)
  await owner.ctx.transaction(async (tx) => {
    tx.unaudited('a reminder is audited only if it is due')
    await remind(tx, await lockSubscription(tx, id))
  })
  expect((await read()).lock_version).toBe(lock_version + 1)
  expect((await owner.patch(path, { quantity: 2, lock_version: -1 })).errors).toHaveProperty(
    'lock_version',
  )
})
