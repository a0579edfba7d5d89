import { world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

type RoleRow = { id: string; name: string }
type World = Awaited<ReturnType<typeof world>>

/** Creates a delegation to a user of another account, and switches them to the owner's account. */
async function delegate(here: World, rights: object = { permissions: ['users.read'] }) {
  const delegate = await here.stranger()
  const { data } = await here.owner.post('/accounts/current/delegations', {
    email: delegate.email,
    ...rights,
  })
  return { delegate, id: data.id as string }
}

describe('a delegation', () => {
  test('is refused for permissions that the caller lacks or that cannot be delegated', async () => {
    const here = await world()
    const { owner, stranger } = here
    const { email } = await stranger()
    const give = (rights: object) =>
      owner.post('/accounts/current/delegations', { email, ...rights })
    expect((await give({})).errors).toHaveProperty('base')
    expect((await give({ permissions: ['admin.mails.read'] })).errors).toHaveProperty('permissions')
    expect((await give({ permissions: ['accounts.update'] })).errors).toHaveProperty('permissions')
    expect((await give({ permissions: ['nonsense'] })).errors).toHaveProperty('permissions')
    const roles = (await owner.get('/roles?per_page=100')).data as { id: string; name: string }[]
    const roleId = (name: string) => roles.find((role) => role.name === name)?.id
    expect((await give({ role_id: roleId('owner') })).errors).toHaveProperty('role_id')
    expect((await give({ role_id: roleId('admin') })).errors).toHaveProperty('role_id')
    expect(
      (await give({ role_id: roleId('member'), permissions: ['users.delete'] })).errors,
    ).toHaveProperty('permissions')
    expect((await give({ role_id: roleId('member') })).status).toBe(201)
  })

  test('is announced by email with who gives what, and until when', async () => {
    const here = await world()
    const roles = (await here.owner.get('/roles?per_page=100')).data as RoleRow[]
    const role_id = roles.find(({ name }) => name === 'member')?.id
    const expires_at = new Date(Date.now() + 86_400_000).toISOString()
    const { delegate: user } = await delegate(here, { role_id, expires_at })
    expect((await here.mailsTo(user.email))[0]).toMatchObject({
      template: 'delegation',
      variables: {
        given_by: here.owner.name,
        access: 'Member',
        until: expect.stringMatching(/^\d+ \w+ \d{4}, \d\d:\d\d UTC$/),
      },
    })
    const { delegate: other } = await delegate(here, { role_id, permissions: ['users.read'] })
    const { access, until } = (await here.mailsTo(other.email))[0]?.variables ?? {}
    expect({ access, until }).toEqual({ access: '1 permission of Member', until: undefined })
  })

  test('requires an existing user of another account who has no active delegation', async () => {
    const here = await world()
    const { owner, member } = here
    const { delegate: user, id } = await delegate(here)
    const give = (email: string) =>
      owner.post('/accounts/current/delegations', { email, permissions: ['users.read'] })
    expect((await give(user.email)).errors).toEqual({ email: ['already has a delegation here'] })
    expect((await give((await member()).email)).errors).toEqual({
      email: ['already belongs to this account'],
    })
    expect((await give('nobody@example.com')).errors).toHaveProperty('email')
    await owner.delete(`/accounts/current/delegations/${id}`)
    expect((await owner.delete(`/accounts/current/delegations/${id}`)).code).toBe(
      'invalid_transition',
    )
    expect((await give(user.email)).status).toBe(201)
  })

  test('can be changed, deactivated and activated, but not after it was revoked', async () => {
    const here = await world()
    const { owner } = here
    const { delegate: user, id } = await delegate(here)
    const path = `/accounts/current/delegations/${id}`
    expect(
      (await owner.patch(path, { permissions: ['users.read', 'audit_logs.read'], notes: 'More' }))
        .data,
    ).toMatchObject({
      permissions: ['users.read', 'audit_logs.read'],
      notes: 'More',
    })
    expect((await owner.patch(`${path}/deactivate`)).data.status).toBe('inactive')
    expect((await user.get('/accounts/accessible')).data).toHaveLength(1)
    expect((await owner.patch(`${path}/activate`)).data.status).toBe('active')
    expect((await owner.patch(`${path}/revoke`)).data).toMatchObject({
      status: 'revoked',
      revoked_at: expect.any(String),
    })
    expect((await owner.patch(`${path}/activate`)).code).toBe('invalid_transition')
    expect((await owner.patch(path, { notes: 'x' })).code).toBe('invalid_transition')
  })
})
