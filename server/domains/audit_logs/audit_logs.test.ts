import { expect, test } from 'vitest'
import { PASSWORD, world } from '../../test/world.ts'

test('can be narrowed by what, to what, by whom, when and in words', async () => {
  const { owner, join, member } = await world()
  const colleague = await join('owner')
  const person = await member()
  await colleague.patch(`/users/${person.id}`, { name: 'Renamed' })
  const total = async (query: string) => (await owner.get(`/audit_logs?${query}`)).meta.total_count
  expect(await total('action=user.updated')).toBe(1)
  expect(await total(`resource_type=user&resource_id=${person.id}`)).toBe(2)
  expect(await total(`user_id=${colleague.id}`)).toBe(1)
  expect(await total('search=UPDATED')).toBe(1)
  expect(await total('status=error')).toBe(0)
  const today = new Date().toISOString().slice(0, 10)
  expect(await total(`date_from=${today}&date_to=${today}`)).toBe(await total(''))
  expect(await total('date_to=2020-01-01')).toBe(0)
  expect((await owner.get('/audit_logs?date_from=yesterday')).errors).toHaveProperty('date_from')
})

test('hold no password, token or secret, in whatever field it came', async () => {
  const { owner } = await world()
  await owner.ctx.transaction((tx) =>
    tx.audit('user.updated', owner.id, {
      new: {
        password: PASSWORD,
        api_key: 'pk_live_x',
        nested: { reset_token: 'secret-1' },
        name: 'shown',
      },
    }),
  )
  const { data } = await owner.get('/audit_logs?action=user.updated')
  expect(data[0].new_values).toEqual({
    password: '[redacted]',
    api_key: '[redacted]',
    nested: { reset_token: '[redacted]' },
    name: 'shown',
  })
})

test('a change whose audit row cannot be written does not happen', async () => {
  const { owner } = await world()
  const change = owner.ctx.transaction(async (tx) => {
    await tx.own('users').update({ name: 'Half' }).where('id', '=', owner.id).execute()
    await tx.audit('Not An Action', owner.id)
  })
  await expect(change).rejects.toThrow()
  expect((await owner.get(`/users/${owner.id}`)).data.name).toBe('Olive Owner')
})
