import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

test('the account shows its owner and number of users', async () => {
  const { owner, member } = await world()
  const user = await member()
  expect((await user.get('/accounts/current')).data).toMatchObject({
    id: owner.accountId,
    owner: { id: owner.id, email: owner.email },
    users_count: 2,
  })
})

test('a change is merged, audited and immediately visible to all signed-in users', async () => {
  const { owner, member } = await world()
  const user = await member()
  await user.get('/auth/me')
  await owner.put('/accounts/current', { settings: { timezone: 'UTC', beta: true } })
  const { data } = await owner.patch('/accounts/current', {
    name: 'Renamed',
    settings: { beta: false },
  })
  expect(data).toMatchObject({ name: 'Renamed', settings: { timezone: 'UTC', beta: false } })
  expect((await user.get('/auth/me')).data.user.account.name).toBe('Renamed')
  const { data: entries } = await owner.get('/audit_logs?action=account.updated')
  expect(entries[0]).toMatchObject({
    old_values: { name: 'Test Company' },
    new_values: { name: 'Renamed' },
  })
})

test('the time zone must be a known one and is UTC by default', async () => {
  const { owner } = await world()
  expect((await owner.get('/accounts/current')).data.time_zone).toBe('UTC')
  const choose = (time_zone: string) => owner.patch('/accounts/current', { time_zone })
  expect((await choose('europe/kyiv')).data.time_zone).toBe('Europe/Kyiv')
  for (const wrong of [
    'Mars/Olympus',
    '+02:00',
    'Foo3',
    'posix/Europe/Berlin',
    'a\u0000b',
    'CEST',
  ]) {
    expect((await choose(wrong)).errors).toHaveProperty('time_zone')
  }
  expect((await owner.get('/accounts/current')).data.time_zone).toBe('Europe/Kyiv')
})

test('a taken subdomain is refused on its field', async () => {
  const { owner, stranger } = await world()
  const other = await stranger()
  const { subdomain } = (await other.get('/accounts/current')).data
  expect((await owner.put('/accounts/current', { subdomain })).errors).toEqual({
    subdomain: ['is already taken'],
  })
  expect((await owner.put('/accounts/current', { subdomain: 'Ä' })).status).toBe(422)
})
