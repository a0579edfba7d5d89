import { randomUUID } from 'node:crypto'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const address = () => `${randomUUID()}@example.com`

/** A world with a custom role, an administrator who invited a user to it, and the link. */
async function invited() {
  const here = await world()
  const { owner, join, visitor, mailedToken } = here
  const role = await owner.post('/roles', {
    name: `clerk_${letters()}`,
    permissions: ['users.read'],
  })
  const inviter = await join('manager')
  const email = address()
  const made = await inviter.post('/invitations', { email, name: 'Grace', roles: [role.data.name] })
  expect(made.status).toBe(201)
  const token = await mailedToken(email)
  const read = async () => (await visitor.get(`/invitations/${token}`)).data
  const accept = () => visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })
  return { ...here, role: role.data, inviter, email, id: made.data.id, read, accept }
}

const letters = () => randomUUID().replace(/[^a-f]/g, '')

describe('roles of an invitation', () => {
  test('are kept when a role is renamed', async () => {
    const { owner, role, read, accept, email, id, worker } = await invited()
    const name = `renamed_${letters()}`
    await owner.patch(`/roles/${role.id}`, { name })
    expect(await read()).toMatchObject({ roles: [name], void_reason: null })
    expect((await worker.get(`/internal/invitations/${id}`)).data.roles).toEqual([name])
    expect((await accept()).status).toBe(201)
    expect((await owner.get(`/users?search=${email}`)).data[0].roles).toEqual([name])
    const accepted = (await owner.get('/invitations?status=accepted')).data[0]
    expect(accepted).toMatchObject({ id, roles: [name] })
  })

  test('cannot be deleted while it is pending; the error lists who is invited', async () => {
    const { owner, role, email, id, accept } = await invited()
    const refused = await owner.delete(`/roles/${role.id}`)
    expect([refused.status, refused.code]).toEqual([409, 'role_in_use'])
    expect(refused.body.error).toContain(email)
    expect(refused.body.details).toEqual({ invitations: [{ id, email }] })
    await owner.delete(`/invitations/${id}`)
    expect((await owner.delete(`/roles/${role.id}`)).status).toBe(200)
    expect((await owner.get('/invitations?status=cancelled')).data[0].roles).toEqual([role.name])
    expect((await accept()).code).toBe('invalid_transition')
  })

  test('can be deleted after it expired, and a new role with that name is not assigned', async () => {
    const { owner, role, id, accept, read } = await invited()
    const ago = new Date(Date.now() - 60_000)
    await rowsOf(owner.ctx, 'invitations')
      .update({ expires_at: ago })
      .where('id', '=', id)
      .execute()
    expect((await owner.delete(`/roles/${role.id}`)).status).toBe(200)
    await owner.post('/roles', { name: role.name, permissions: ['users.read', 'users.delete'] })
    const again = await owner.post(`/invitations/${id}/resend`)
    expect([again.status, again.code]).toEqual([409, 'invitation_void'])
    // As a server of the previous version would do it, by name.
    const later = new Date(Date.now() + 60_000)
    await rowsOf(owner.ctx, 'invitations')
      .update({ expires_at: later })
      .where('id', '=', id)
      .execute()
    expect((await read()).void_reason).toBe('role_deleted')
    expect((await accept()).code).toBe('invitation_void')
  })

  /** As a server of the version before makes one: it stores names alone. */
  async function namesOnly() {
    const here = await invited()
    await rowsOf(here.owner.ctx, 'invitation_roles')
      .delete()
      .where('invitation_id', '=', here.id)
      .execute()
    return here
  }

  test('created by an older server are found by name, when read and when accepted', async () => {
    const { owner, role, email, id, read, accept } = await namesOnly()
    expect((await owner.delete(`/roles/${role.id}`)).code).toBe('role_in_use')
    expect((await owner.get('/invitations?status=pending')).data[0]).toMatchObject({
      id,
      roles: [role.name],
    })
    expect(await read()).toMatchObject({ roles: [role.name], void_reason: null })
    expect((await accept()).status).toBe(201)
    expect((await owner.get(`/users?search=${email}`)).data[0].roles).toEqual([role.name])
  })

  test('created by an older server are stored by id when the invitation is resent', async () => {
    const { owner, role, id } = await namesOnly()
    expect((await owner.post(`/invitations/${id}/resend`)).status).toBe(200)
    const name = `renamed_${letters()}`
    await owner.patch(`/roles/${role.id}`, { name })
    expect((await owner.get('/invitations?status=pending')).data[0].roles).toEqual([name])
  })

  test('created by an older server are kept when a role is renamed', async () => {
    const { owner, role, read, accept } = await namesOnly()
    const name = `renamed_${letters()}`
    expect((await owner.patch(`/roles/${role.id}`, { name })).status).toBe(200)
    expect(await read()).toMatchObject({ roles: [name], void_reason: null })
    expect((await accept()).status).toBe(201)
  })

  test('created by an older server do not include roles created later', async () => {
    const { owner, id, read, accept } = await namesOnly()
    const ago = new Date(Date.now() - 3600_000)
    await rowsOf(owner.ctx, 'invitations')
      .update({ created_at: ago })
      .where('id', '=', id)
      .execute()
    expect(await read()).toMatchObject({ roles: [], void_reason: 'role_deleted' })
    expect((await accept()).code).toBe('invitation_void')
  })

  test('are either deleted or assigned when a role is deleted during an invitation', async () => {
    const { owner } = await world()
    const role = await owner.post('/roles', { name: `clerk_${letters()}`, permissions: [] })
    const [made, deleted] = await Promise.all([
      owner.post('/invitations', { email: address(), roles: [role.data.name] }),
      owner.delete(`/roles/${role.data.id}`),
    ])
    expect([made.status, deleted.status].sort()).toEqual(
      made.status === 201 ? [201, 409] : [200, 422],
    )
  })
})

/** `void_reason` of each invitation in the list. */
async function reasonsOf(owner: TestUser): Promise<Record<string, string | null>> {
  const { data } = await owner.get('/invitations')
  const rows = data as { id: string; void_reason: string | null }[]
  return Object.fromEntries(rows.map(({ id, void_reason }) => [id, void_reason]))
}

describe('an invitation whose inviter lost a permission', () => {
  const losses: [string, (here: Awaited<ReturnType<typeof invited>>) => Promise<unknown>][] = [
    [
      'without the permission to invite',
      ({ owner, inviter }) => owner.patch(`/users/${inviter.id}`, { roles: ['member'] }),
    ],
    [
      'without a permission added to the role',
      ({ owner, role }) =>
        owner.patch(`/roles/${role.id}`, { permissions: ['users.read', 'users.delete'] }),
    ],
    ['suspended', ({ owner, inviter }) => owner.put(`/users/${inviter.id}/suspend`)],
    ['deleted', ({ owner, inviter }) => owner.delete(`/users/${inviter.id}`)],
  ]
  for (const [what, lose] of losses) {
    test(`${what}: is void until a permitted user resends it`, async () => {
      const here = await invited()
      const { owner, id, accept, read, email, visitor, mailedToken } = here
      expect((await lose(here)) as { status: number }).toMatchObject({ status: 200 })
      expect((await read()).void_reason).toBe('inviter_lost_rights')
      const other = await owner.post('/invitations', { email: address() })
      const reasons = await reasonsOf(owner)
      expect([reasons[id], reasons[other.data.id]]).toEqual(['inviter_lost_rights', null])
      const refused = await accept()
      expect([refused.status, refused.code]).toEqual([409, 'invitation_void'])
      expect((await owner.get(`/users?search=${email}`)).data).toEqual([])
      const again = await owner.post(`/invitations/${id}/resend`)
      expect(again.data).toMatchObject({
        status: 'pending',
        void_reason: null,
        inviter: { id: owner.id },
      })
      expect((await reasonsOf(owner))[id]).toBe(null)
      const token = await mailedToken(email)
      const accepted = await visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })
      expect(accepted.status).toBe(201)
    })
  }

  test('cannot be accepted in a suspended account', async () => {
    const { owner, accept, read, platform } = await invited()
    await platform.pool.query(`update accounts set status = 'suspended' where id = $1`, [
      owner.accountId,
    ])
    expect((await read()).void_reason).toBe('account_inactive')
    expect((await accept()).code).toBe('account_inactive')
  })

  test('cannot be resent by a user who cannot assign its roles', async () => {
    const { owner, join } = await world()
    const made = await owner.post('/invitations', { email: address(), roles: ['owner'] })
    const manager = await join('manager')
    const again = await manager.post(`/invitations/${made.data.id}/resend`)
    expect(again.code).toBe('role_not_assignable')
  })
})
