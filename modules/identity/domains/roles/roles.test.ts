import { world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

describe('a custom role', () => {
  test('gives its users its permissions immediately, and no others', async () => {
    const { owner, join } = await world()
    const made = await owner.post('/roles', {
      name: 'reader',
      permissions: ['users.read', 'audit_logs.read'],
    })
    expect(made.data).toMatchObject({ display_name: 'Reader', immutable: false, users_count: 0 })
    const user = await join()
    expect((await user.get('/users')).body.details).toMatchObject({
      permission: 'users.read',
      roles: expect.arrayContaining(['member', 'owner', 'reader']),
    })
    expect((await owner.post(`/users/${user.id}/roles/${made.data.id}`)).data.roles).toEqual([
      'reader',
    ])
    expect((await user.get('/users')).status).toBe(200)
    await owner.patch(`/roles/${made.data.id}`, { permissions: ['audit_logs.read'] })
    expect((await user.get('/users')).status).toBe(403)
    expect((await user.get('/audit_logs')).status).toBe(200)
  })

  test('is invisible to other accounts, which can use the same name', async () => {
    const { owner, stranger } = await world()
    await owner.post('/roles', { name: 'clerk' })
    const other = await stranger()
    const names = (await other.get('/roles?per_page=100')).data.map(
      (role: { name: string }) => role.name,
    )
    expect(names).not.toContain('clerk')
    expect((await other.post('/roles', { name: 'clerk' })).status).toBe(201)
    expect((await other.post('/roles', { name: 'clerk' })).errors).toEqual({
      name: ['is already taken'],
    })
    expect((await other.post('/roles', { name: 'member' })).errors).toEqual({
      name: ['is the name of a built-in role'],
    })
  })

  test('cannot have permissions that its creator lacks, that are unknown or that are for workers', async () => {
    const { owner, join } = await world()
    const { data } = await owner.post('/roles', {
      name: 'keeper',
      permissions: ['roles.read', 'roles.create', 'roles.update', 'roles.assign'],
    })
    const keeper = await join()
    await owner.post(`/users/${keeper.id}/roles/${data.id}`)
    const refused = await keeper.post('/roles', { name: 'grab', permissions: ['users.delete'] })
    expect(refused.body).toMatchObject({
      code: 'permission_not_grantable',
      details: { beyond: ['users.delete'] },
    })
    const strong = await owner.post('/roles', { name: 'strong', permissions: ['users.delete'] })
    expect((await keeper.patch(`/roles/${strong.data.id}`, { permissions: [] })).code).toBe(
      'permission_not_grantable',
    )
    expect((await keeper.post(`/users/${owner.id}/roles/${strong.data.id}`)).code).toBe(
      'insufficient_rank',
    )
    for (const name of ['nonsense', 'system.jobs.process']) {
      expect(
        (await owner.post('/roles', { name: 'odd', permissions: [name] })).errors,
      ).toHaveProperty('permissions')
    }
    expect(
      (await owner.post('/roles', { name: 'odd', permissions: ['admin.mails.read'] })).code,
    ).toBe('permission_not_grantable')
  })

  test('cannot be deleted while it is in use; built-in roles cannot be deleted at all', async () => {
    const { owner, member } = await world()
    const user = await member()
    const { data } = await owner.post('/roles', { name: 'temporary' })
    await owner.post(`/users/${user.id}/roles/${data.id}`)
    expect((await owner.delete(`/roles/${data.id}`)).code).toBe('role_in_use')
    await owner.delete(`/users/${user.id}/roles/${data.id}`)
    expect((await owner.delete(`/roles/${data.id}`)).status).toBe(200)
    const builtIn = (await owner.get('/roles?per_page=100')).data.find(
      (role: { name: string }) => role.name === 'member',
    )
    expect((await owner.delete(`/roles/${builtIn.id}`)).code).toBe('system_role')
    expect((await owner.patch(`/roles/${builtIn.id}`, { description: 'x' })).code).toBe(
      'system_role',
    )
  })
})

test('a preview returns the permissions added and removed, and the number of users affected', async () => {
  const { owner, join } = await world()
  const make = async (name: string, permissions: string[]) =>
    (await owner.post('/roles', { name, permissions })).data.id
  const reader = await make('reader', ['users.read', 'audit_logs.read'])
  const spare = await make('spare', ['audit_logs.read'])
  const [first, second] = [await join(), await join()]
  for (const user of [first, second]) await owner.post(`/users/${user.id}/roles/${reader}`)
  await owner.post(`/users/${second.id}/roles/${spare}`)
  const { data } = await owner.post(`/roles/${reader}/preview`, {
    permissions: ['users.read', 'roles.read'],
  })
  expect(data).toEqual({
    gained: ['roles.read'],
    lost: ['audit_logs.read'],
    users_count: 2,
    users_gaining: 2,
    users_losing: 1,
  })
  const same = await owner.post(`/roles/${reader}/preview`, {
    permissions: ['audit_logs.read', 'users.read'],
  })
  expect(same.data).toMatchObject({ gained: [], lost: [], users_gaining: 0, users_losing: 0 })
  expect((await owner.get(`/roles/${reader}/users`)).meta.total_count).toBe(2)
})

test('two owners who remove each other’s role concurrently leave one owner', async () => {
  const { owner, join } = await world()
  const other = await join('owner')
  const roles = (await owner.get('/roles?per_page=100')).data
  const { id } = roles.find((role: { name: string }) => role.name === 'owner')
  await Promise.all([
    owner.delete(`/users/${other.id}/roles/${id}`),
    other.delete(`/users/${owner.id}/roles/${id}`),
  ])
  const holders = await owner.ctx
    .own('user_roles')
    .select()
    .select('user_id')
    .where('role_id', '=', id)
    .execute()
  expect(holders).toHaveLength(1)
  const [last] = holders
  const client = last?.user_id === owner.id ? other : owner
  expect((await client.get('/roles')).status).toBe(403)
})
