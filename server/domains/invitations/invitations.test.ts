import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PASSWORD, type Person, world } from '../../test/world.ts'

const address = () => `${randomUUID()}@example.com`

describe('inviting', () => {
  test('mails a link, and accepting it makes exactly the invited person', async () => {
    const { owner, visitor, mailedToken, mailsTo } = await world()
    const email = address()
    const made = await owner.post('/invitations', {
      email,
      roles: ['developer'],
      message: 'Welcome!',
    })
    expect(made.data).toMatchObject({
      status: 'pending',
      inviter: { id: owner.id },
      roles: ['developer'],
    })
    expect((await mailsTo(email))[0]).toMatchObject({
      template: 'invitation',
      variables: { message: 'Welcome!' },
    })
    const token = await mailedToken(email)
    expect((await visitor.get(`/invitations/${token}`)).data).toEqual({
      email,
      name: null,
      roles: ['developer'],
      status: 'pending',
      expires_at: made.data.expires_at,
      account_name: 'Test Company',
      void_reason: null,
    })
    expect(
      (await visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })).errors,
    ).toEqual({ name: ['is required'] })
    const accepted = await visitor.post(`/invitations/${token}/accept`, {
      name: 'Grace',
      password: PASSWORD,
    })
    expect(accepted.status).toBe(201)
    const login = await visitor.post('/auth/login', { email, password: PASSWORD })
    expect(login.data.user).toMatchObject({
      id: accepted.data.user.id,
      roles: ['developer'],
      email_verified: true,
      account: { id: owner.accountId },
    })
    expect((await owner.get('/notifications')).data[0].title).toBe('Grace joined')
  })

  test('a second time, or somebody who is here already, is refused on the address', async () => {
    const { owner, stranger } = await world()
    const other = await stranger()
    const email = address()
    await owner.post('/invitations', { email })
    expect((await owner.post('/invitations', { email: email.toUpperCase() })).errors).toEqual({
      email: ['was invited already'],
    })
    expect((await owner.post('/invitations', { email: other.email })).errors).toEqual({
      email: ['is already taken'],
    })
    expect((await other.post('/invitations', { email })).status).toBe(201)
  })

  test('to a role that holds more than the inviter is refused', async () => {
    const { join } = await world()
    const manager = await join('manager')
    expect((await manager.post('/invitations', { email: address(), roles: ['owner'] })).code).toBe(
      'role_not_assignable',
    )
    expect(
      (await manager.post('/invitations', { email: address(), roles: ['nonsense'] })).errors,
    ).toHaveProperty('roles')
  })
})

/** A world with a role of its own, an administrator who invited somebody to it, and the link. */
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
  const look = async () => (await visitor.get(`/invitations/${token}`)).data
  const accept = () => visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })
  return { ...here, role: role.data, inviter, email, id: made.data.id, look, accept }
}

const letters = () => randomUUID().replace(/[^a-f]/g, '')

describe('the roles of an invitation', () => {
  test('are kept when a role is renamed', async () => {
    const { owner, role, look, accept, email, id, worker } = await invited()
    const name = `renamed_${letters()}`
    await owner.patch(`/roles/${role.id}`, { name })
    expect(await look()).toMatchObject({ roles: [name], void_reason: null })
    expect((await worker.get(`/internal/invitations/${id}`)).data.roles).toEqual([name])
    expect((await accept()).status).toBe(201)
    expect((await owner.get(`/users?search=${email}`)).data[0].roles).toEqual([name])
    const accepted = (await owner.get('/invitations?status=accepted')).data[0]
    expect(accepted).toMatchObject({ id, roles: [name] })
  })

  test('cannot be deleted while it is open, which says who is invited', async () => {
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

  test('of an expired invitation may go, and another role of that name gives nothing', async () => {
    const { owner, role, id, accept, look } = await invited()
    const ago = new Date(Date.now() - 60_000)
    await owner.ctx.own('invitations').update({ expires_at: ago }).where('id', '=', id).execute()
    expect((await owner.delete(`/roles/${role.id}`)).status).toBe(200)
    await owner.post('/roles', { name: role.name, permissions: ['users.read', 'users.delete'] })
    const again = await owner.post(`/invitations/${id}/resend`)
    expect([again.status, again.code]).toEqual([409, 'invitation_void'])
    // As a server of the version before would do it, which looks at names.
    const later = new Date(Date.now() + 60_000)
    await owner.ctx.own('invitations').update({ expires_at: later }).where('id', '=', id).execute()
    expect((await look()).void_reason).toBe('role_deleted')
    expect((await accept()).code).toBe('invitation_void')
  })

  /** As a server of the version before makes one: it stores names alone. */
  async function namesOnly() {
    const here = await invited()
    await here.owner.ctx
      .own('invitation_roles')
      .delete()
      .where('invitation_id', '=', here.id)
      .execute()
    return here
  }

  test('are those it names where an older server made it, when looked at and accepted', async () => {
    const { owner, role, email, id, look, accept } = await namesOnly()
    expect((await owner.delete(`/roles/${role.id}`)).code).toBe('role_in_use')
    expect((await owner.get('/invitations?status=pending')).data[0]).toMatchObject({
      id,
      roles: [role.name],
    })
    expect(await look()).toMatchObject({ roles: [role.name], void_reason: null })
    expect((await accept()).status).toBe(201)
    expect((await owner.get(`/users?search=${email}`)).data[0].roles).toEqual([role.name])
  })

  test('are referred to once an invitation of an older server is sent again', async () => {
    const { owner, role, id } = await namesOnly()
    expect((await owner.post(`/invitations/${id}/resend`)).status).toBe(200)
    const name = `renamed_${letters()}`
    await owner.patch(`/roles/${role.id}`, { name })
    expect((await owner.get('/invitations?status=pending')).data[0].roles).toEqual([name])
  })

  test('of an older server are kept when a role is renamed', async () => {
    const { owner, role, look, accept } = await namesOnly()
    const name = `renamed_${letters()}`
    expect((await owner.patch(`/roles/${role.id}`, { name })).status).toBe(200)
    expect(await look()).toMatchObject({ roles: [name], void_reason: null })
    expect((await accept()).status).toBe(201)
  })

  test('of an older server are not those made after it', async () => {
    const { owner, id, look, accept } = await namesOnly()
    const ago = new Date(Date.now() - 3600_000)
    await owner.ctx.own('invitations').update({ created_at: ago }).where('id', '=', id).execute()
    expect(await look()).toMatchObject({ roles: [], void_reason: 'role_deleted' })
    expect((await accept()).code).toBe('invitation_void')
  })

  test('are deleted or given, but never both, when a role goes while somebody is invited to it', async () => {
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

/** What the list says of each invitation. */
async function reasonsOf(owner: Person): Promise<Record<string, string | null>> {
  const { data } = await owner.get('/invitations')
  const rows = data as { id: string; void_reason: string | null }[]
  return Object.fromEntries(rows.map(({ id, void_reason }) => [id, void_reason]))
}

describe('what an inviter has lost since counts', () => {
  const losses: [string, (here: Awaited<ReturnType<typeof invited>>) => Promise<unknown>][] = [
    [
      'the right to invite',
      ({ owner, inviter }) => owner.patch(`/users/${inviter.id}`, { roles: ['member'] }),
    ],
    [
      'what the role has gained',
      ({ owner, role }) =>
        owner.patch(`/roles/${role.id}`, { permissions: ['users.read', 'users.delete'] }),
    ],
    ['their access, suspended', ({ owner, inviter }) => owner.put(`/users/${inviter.id}/suspend`)],
    ['their place, deleted', ({ owner, inviter }) => owner.delete(`/users/${inviter.id}`)],
  ]
  for (const [what, lose] of losses) {
    test(`${what}: the invitation is void until somebody who may sends it again`, async () => {
      const here = await invited()
      const { owner, id, accept, look, email, visitor, mailedToken } = here
      expect((await lose(here)) as { status: number }).toMatchObject({ status: 200 })
      expect((await look()).void_reason).toBe('inviter_lost_rights')
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

  test('a suspended account takes nobody in, and says so', async () => {
    const { owner, accept, look, platform } = await invited()
    await platform.pool.query(`update accounts set status = 'suspended' where id = $1`, [
      owner.accountId,
    ])
    expect((await look()).void_reason).toBe('account_inactive')
    expect((await accept()).code).toBe('account_inactive')
  })

  test('somebody who may not give the roles cannot send it again', async () => {
    const { owner, join } = await world()
    const made = await owner.post('/invitations', { email: address(), roles: ['owner'] })
    const manager = await join('manager')
    const again = await manager.post(`/invitations/${made.data.id}/resend`)
    expect(again.code).toBe('role_not_assignable')
  })
})

describe('an invitation', () => {
  test('accepted by two at once makes one person', async () => {
    const { owner, visitor, mailedToken } = await world()
    const email = address()
    await owner.post('/invitations', { email, name: 'Grace' })
    const token = await mailedToken(email)
    const answers = await Promise.all(
      [1, 2, 3].map(() => visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await owner.get(`/users?search=${email}`)).meta.total_count).toBe(1)
    expect((await visitor.get(`/invitations/${token}`)).data.status).toBe('accepted')
  })

  test('runs out after seven days, can be sent again, and then only the new link works', async () => {
    const { owner, visitor, mailedToken, travel, as } = await world()
    const email = address()
    const { data } = await owner.post('/invitations', { email, name: 'Grace' })
    const older = await mailedToken(email)
    travel(7 * 24 * 60 + 1)
    const accept = (token: string) =>
      visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })
    expect((await accept(older)).code).toBe('invalid_transition')
    const login = await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    const again = as(login.data.access_token)
    const { data: ended } = await again.get('/invitations?status=expired')
    expect((await again.delete(`/invitations/${ended[0].id}`)).code).toBe('invalid_transition')
    expect((await again.get('/invitations?status=expired')).data[0]).toMatchObject({
      id: data.id,
      status: 'expired',
    })
    expect((await again.post(`/invitations/${data.id}/resend`)).data.status).toBe('pending')
    expect((await accept(older)).status).toBe(404)
    expect((await accept(await mailedToken(email))).status).toBe(201)
    expect((await again.post(`/invitations/${data.id}/resend`)).code).toBe('invalid_transition')
  })

  test('cancelled cannot be accepted, and another may take its place', async () => {
    const { owner, visitor, mailedToken } = await world()
    const email = address()
    const { data } = await owner.post('/invitations', { email, name: 'Grace' })
    const token = await mailedToken(email)
    expect((await owner.delete(`/invitations/${data.id}`)).status).toBe(200)
    expect((await owner.delete(`/invitations/${data.id}`)).code).toBe('invalid_transition')
    expect((await visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })).code).toBe(
      'invalid_transition',
    )
    expect((await owner.post('/invitations', { email })).status).toBe(201)
  })
})
