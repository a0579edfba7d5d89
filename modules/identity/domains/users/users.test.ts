import { randomUUID } from 'node:crypto'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const someone = (name = 'Grace Hopper') => ({ name, email: `${randomUUID()}@example.com` })

describe('listing', () => {
  test('filters by status and role, sorts both ways and pages without gaps or repeats', async () => {
    const { owner } = await world()
    for (const name of ['A', 'B', 'C', 'D']) {
      await owner.post('/users', { ...someone(name), roles: name < 'C' ? ['manager'] : ['member'] })
    }
    const names = async (query: string) => {
      const { data } = await owner.get(`/users?${query}`)
      return data.map((user: { name: string }) => user.name)
    }
    expect(await names('sort=name')).toEqual(['A', 'B', 'C', 'D', 'Olive Owner'])
    expect(await names('sort=-name&per_page=2&page=2')).toEqual(['C', 'B'])
    expect(await names('role=manager&sort=name')).toEqual(['A', 'B'])
    expect(await names('status=suspended')).toEqual([])
    expect(await names('locked=true')).toEqual([])
    expect(await names('locked=false&role=manager&sort=name')).toEqual(['A', 'B'])
    const pages = await Promise.all([1, 2, 3].map((page) => names(`per_page=2&page=${page}`)))
    expect(new Set(pages.flat()).size).toBe(5)
  })

  test('corrects invalid paging and refuses unknown filters', async () => {
    const { owner } = await world()
    const { meta } = await owner.get('/users?page=-3&per_page=5000')
    expect(meta).toEqual({
      current_page: 1,
      total_pages: 1,
      total_count: 1,
      total_count_exact: true,
      next_cursor: null,
      per_page: 100,
    })
    expect((await owner.get('/users?page=x&per_page=')).meta).toMatchObject({
      current_page: 1,
      per_page: 20,
    })
    expect((await owner.get('/users?page=99')).data).toEqual([])
    const { status, errors } = await owner.get('/users?stauts=active&sort=password_digest')
    expect(status).toBe(422)
    expect(Object.keys(errors ?? {}).sort()).toEqual(['sort', 'stauts'])
  })

  test('neither shows nor counts users of other accounts', async () => {
    const { owner, stranger } = await world()
    const other = await stranger()
    const { data, meta } = await owner.get('/users')
    expect(meta.total_count).toBe(1)
    expect(JSON.stringify(data)).not.toContain(other.id)
    const roles = await owner.get('/roles')
    expect(roles.data.find((role: { name: string }) => role.name === 'owner').users_count).toBe(1)
  })
})

describe('adding', () => {
  test('a user without a password is emailed a link to choose one, and the owner is notified', async () => {
    const { owner, visitor, mailsTo, mailedToken } = await world()
    const person = someone()
    const made = await owner.post('/users', person)
    expect(made.status).toBe(201)
    expect(made.data).toMatchObject({ roles: ['member'], email_verified: false, status: 'active' })
    const [mail] = await mailsTo(person.email)
    expect(mail).toMatchObject({
      template: 'set_password',
      variables: { account_name: 'Test Company', role: 'Member' },
    })

    const token = await mailedToken(person.email)
    await visitor.post('/auth/reset-password', { token, password: PASSWORD })
    const login = await visitor.post('/auth/login', { email: person.email, password: PASSWORD })
    expect(login.data.user).toMatchObject({ id: made.data.id, email_verified: true })
    const { data, meta } = await owner.get('/notifications')
    expect(data[0]).toMatchObject({
      title: 'Grace Hopper joined',
      action_url: `/users/${made.data.id}`,
    })
    expect(meta.unread_count).toBe(1)
  })

  test('writes user, roles, mail, event and audit row in one transaction', async () => {
    const { owner } = await world()
    const person = someone()
    const before = await owner.get('/audit_logs?action=user.created')
    const refused = await owner.post('/users', { ...person, roles: ['nonsense'] })
    expect(refused.errors).toEqual({ roles: ['unknown role: nonsense'] })
    const tables = ['users', 'mails', 'events', 'user_roles'] as const
    const counts = () =>
      Promise.all(
        tables.map(
          async (table) => (await owner.ctx.own(table).select().selectAll().execute()).length,
        ),
      )
    const were = await counts()
    expect((await owner.get('/audit_logs?action=user.created')).meta.total_count).toBe(
      before.meta.total_count,
    )
    await owner.post('/users', person)
    expect(await counts()).toEqual(were.map((count) => count + 1))
    const after = await owner.get('/audit_logs?action=user.created')
    expect(after.meta.total_count).toBe(before.meta.total_count + 1)
    expect(after.data[0]).toMatchObject({
      user: { id: owner.id },
      new_values: { email: person.email },
    })
  })

  test('refuses roles with permissions that the caller lacks', async () => {
    const { owner, join } = await world()
    const manager = await join('manager')
    expect((await manager.post('/users', { ...someone(), roles: ['owner'] })).code).toBe(
      'role_not_assignable',
    )
    expect((await owner.post('/users', { ...someone(), roles: ['admin'] })).code).toBe(
      'role_not_assignable',
    )
    expect((await owner.post('/users', { ...someone(), roles: ['worker'] })).code).toBe(
      'role_not_assignable',
    )
    expect((await manager.post('/users', { ...someone(), roles: ['manager'] })).status).toBe(201)
    const assignable = (await manager.get('/roles/assignable')).data.map(
      (role: { name: string }) => role.name,
    )
    expect(assignable).toEqual(expect.arrayContaining(['developer', 'manager', 'member']))
    expect(assignable).not.toContain('owner')
  })

  test('many concurrent requests wait for a small connection pool and succeed', async () => {
    const { owner } = await world()
    const responses = await Promise.all(
      Array.from({ length: 30 }, () => owner.post('/users', someone())),
    )
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]))
  })

  test('accepts the body wrapped in its singular name', async () => {
    const { owner } = await world()
    expect((await owner.post('/users', { user: someone() })).status).toBe(201)
  })
})

describe('changing', () => {
  test('PUT and PATCH change the given fields and keep the others', async () => {
    const { owner, member } = await world()
    const person = await member()
    expect((await owner.put(`/users/${person.id}`, { name: 'New Name' })).data).toMatchObject({
      name: 'New Name',
      email: person.email,
      roles: ['member'],
    })
    expect((await owner.patch(`/users/${person.id}`, {})).errors).toEqual({
      base: ['must name at least one field'],
    })
    const { data } = await owner.get(`/audit_logs?action=user.updated&resource_id=${person.id}`)
    expect(data[0]).toMatchObject({
      old_values: { name: 'Mo Member' },
      new_values: { name: 'New Name' },
    })
  })

  test('a new address must be confirmed, and the old one is notified', async () => {
    const { owner, member, mailsTo } = await world()
    const person = await member()
    const { email } = someone()
    const { data } = await owner.patch(`/users/${person.id}`, { email })
    expect(data).toMatchObject({ email, email_verified: false })
    expect((await mailsTo(email))[0]?.template).toBe('verify_email')
    expect((await mailsTo(person.email))[0]).toMatchObject({
      template: 'email_changed',
      variables: { new_email: email, changed_by: owner.name },
    })
    expect((await mailsTo(person.email))[0]?.variables).not.toHaveProperty('ip_address')
    expect((await owner.patch(`/users/${person.id}`, { email: owner.email })).errors).toEqual({
      email: ['is already taken'],
    })
  })

  test('users can change themselves without any permission, but not their roles', async () => {
    const { join } = await world()
    const nobody = await join()
    expect(
      (await nobody.patch(`/users/${nobody.id}`, { preferences: { theme: 'dark' } })).data
        .preferences,
    ).toEqual({ theme: 'dark' })
    const large = { preferences: { note: 'x'.repeat(17_000) } }
    expect((await nobody.patch(`/users/${nobody.id}`, large)).errors).toEqual({
      preferences: ['must be at most 16 KiB of JSON'],
    })
    expect(
      (await nobody.patch(`/users/${nobody.id}`, { roles: ['member'] })).errors,
    ).toHaveProperty('roles')
    expect((await nobody.get(`/users/${nobody.id}`)).status).toBe(200)
  })

  test('changing your own password requires the current one and ends all other sessions', async () => {
    const { owner, visitor, as } = await world()
    const change = (current_password?: string) =>
      owner.patch(`/users/${owner.id}`, {
        password: 'Another-Horse-8-Battery',
        ...(current_password && { current_password }),
      })
    expect((await change()).errors).toHaveProperty('current_password')
    expect((await change('wrong')).errors).toHaveProperty('current_password')
    const alone = { current_password: PASSWORD }
    expect((await owner.patch(`/users/${owner.id}`, alone)).status).toBe(200)
    const other = await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    expect((await change(PASSWORD)).status).toBe(200)
    expect((await owner.get('/auth/me')).status).toBe(200)
    expect((await as(other.data.access_token).get('/auth/me')).code).toBe('token_revoked')
  })

  test('changing your own address requires the password, so that a stolen session cannot do it', async () => {
    const { owner } = await world()
    const { email } = someone()
    expect((await owner.patch(`/users/${owner.id}`, { email })).errors).toHaveProperty(
      'current_password',
    )
    const moved = await owner.patch(`/users/${owner.id}`, { email, current_password: PASSWORD })
    expect(moved.data).toMatchObject({ email, email_verified: false })
  })

  test('refuses to set another user’s password or to change a user with more permissions', async () => {
    const { owner, join, member } = await world()
    const person = await member()
    const manager = await join('manager')
    const body = { password: 'Another-Horse-8-Battery', current_password: PASSWORD }
    expect((await owner.patch(`/users/${person.id}`, body)).errors).toHaveProperty('password')
    expect((await manager.patch(`/users/${owner.id}`, { name: 'X' })).code).toBe(
      'insufficient_rank',
    )
    expect((await manager.patch(`/users/${person.id}`, { name: 'X' })).status).toBe(200)
  })
})

describe('removing', () => {
  test('ends the user’s sessions immediately and keeps their audit log entries', async () => {
    const { owner, join } = await world()
    const person = await join('owner')
    await person.post('/users', someone())
    expect((await owner.delete(`/users/${person.id}`)).body).toMatchObject({
      data: null,
      message: 'User deleted',
    })
    expect((await person.get('/auth/me')).status).toBe(401)
    expect((await owner.get(`/users/${person.id}`)).status).toBe(404)
    const { data } = await owner.get(`/audit_logs?user_id=${person.id}`)
    expect(data[0]).toMatchObject({ action: 'user.created', user: null })
  })

  test('your own user is refused', async () => {
    const { owner } = await world()
    expect((await owner.delete(`/users/${owner.id}`)).errors).toEqual({
      base: ['You cannot delete yourself'],
    })
  })

  test('two owners who delete each other concurrently leave one owner', async () => {
    const { owner, join } = await world()
    const other = await join('owner')
    const responses = await Promise.all([
      owner.delete(`/users/${other.id}`),
      other.delete(`/users/${owner.id}`),
    ])
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await owner.ctx.own('users').select().select('id').execute()
    expect(left).toHaveLength(1)
  })

  test('the last owner cannot be demoted', async () => {
    const { owner, join } = await world()
    const admin = await join('owner', 'admin')
    await owner
      .patch(`/users/${admin.id}`, { roles: ['member'] })
      .then((response) => expect(response.code).toBe('insufficient_rank'))
    expect((await admin.patch(`/users/${owner.id}`, { roles: ['member'] })).status).toBe(200)
    await rowsOf(admin.ctx, 'user_roles').delete().where('user_id', '=', admin.id).execute()
    expect((await admin.patch(`/users/${owner.id}`, { roles: ['manager'] })).code).toBe(
      'last_owner',
    )
  })
})
