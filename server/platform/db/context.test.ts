import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'

test('two changes that wait for each other both happen in the end, each once', async () => {
  const { owner, member } = await world()
  const [one, two] = [await member(), await member()]
  let both = 2
  const { promise: met, resolve } = Promise.withResolvers<void>()
  const rename = (first: string, second: string, name: string) =>
    owner.ctx.transaction(async (tx) => {
      const set = (id: string) => tx.own('users').update({ name }).where('id', '=', id).execute()
      await set(first)
      if (--both === 0) resolve()
      await met
      await set(second)
      await tx.audit('user.updated', first, { new: { name } })
    })
  await Promise.all([rename(one.id, two.id, 'One'), rename(two.id, one.id, 'Two')])
  const { data } = await owner.get('/audit_logs?action=user.updated')
  expect(data.map((row: { new_values: object }) => row.new_values)).toHaveLength(2)
  const names = [await owner.get(`/users/${one.id}`), await owner.get(`/users/${two.id}`)]
  expect(names[0]?.data.name).toBe(names[1]?.data.name)
})
