import { rowsOf } from '@powernode/server/test/rows.ts'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

test('suspending ends all sessions and stores the reason; activating allows sign-in again', async () => {
  const { owner, member } = await world()
  const user = await member()
  await user.get('/auth/me')
  const suspended = await owner.put(`/users/${user.id}/suspend`, { reason: 'Left' })
  expect(suspended.data.status).toBe('suspended')
  const refused = await user.get('/auth/me')
  expect([refused.status, refused.code]).toEqual([401, 'user_inactive'])
  expect((await owner.put(`/users/${user.id}/suspend`, {})).code).toBe('invalid_transition')
  const { data } = await owner.get('/audit_logs?action=user.suspended')
  expect(data[0].metadata).toEqual({ reason: 'Left' })
  expect((await owner.put(`/users/${user.id}/activate`)).data.status).toBe('active')
  expect((await owner.put(`/users/${user.id}/activate`)).code).toBe('invalid_transition')
})

test('the last owner, your own user and users with more permissions cannot be suspended', async () => {
  const { owner, join } = await world()
  const admin = await join('owner', 'admin')
  expect((await owner.put(`/users/${owner.id}/suspend`, {})).status).toBe(422)
  expect((await owner.put(`/users/${admin.id}/suspend`, {})).code).toBe('insufficient_rank')
  await rowsOf(admin.ctx, 'user_roles').delete().where('user_id', '=', admin.id).execute()
  const roles = await admin.ctx.platform.database
    .selectFrom('roles')
    .select('id')
    .where('name', '=', 'admin')
    .execute()
  await rowsOf(admin.ctx, 'user_roles')
    .insert({ user_id: admin.id, role_id: roles[0]?.id ?? '' })
    .execute()
  await admin.ctx.transaction((tx) => tx.forget({ user: admin.id }))
  expect((await admin.put(`/users/${owner.id}/suspend`, {})).code).toBe('last_owner')
  expect((await owner.get('/auth/me')).status).toBe(200)
})

test('unlocking removes the lock immediately', async () => {
  const { owner, visitor, join } = await world()
  const colleague = await join('owner')
  const wrong = { email: owner.email, password: 'wrong' }
  for (let attempt = 1; attempt <= 5; attempt++) await visitor.post('/auth/login', wrong)
  expect((await colleague.get(`/users/${owner.id}`)).data).toMatchObject({ locked: true })
  const locked = async () => {
    const { data } = await colleague.get('/users?locked=true')
    return data.map(({ id }: { id: string }) => id)
  }
  expect(await locked()).toEqual([owner.id])
  const { data } = await colleague.put(`/users/${owner.id}/unlock`)
  expect(data).toMatchObject({ locked: false, failed_login_attempts: 0 })
  expect(await locked()).toEqual([])
  expect((await visitor.post('/auth/login', { ...wrong, password: PASSWORD })).status).toBe(200)
})

test('a reset by an administrator emails a link and never a password', async () => {
  const { owner, join, mailsTo } = await world()
  const user = await join('member')
  const response = await owner.post(`/users/${user.id}/reset_password`)
  expect(response.body).toMatchObject({ data: null, message: 'Reset link sent' })
  expect((await mailsTo(user.email))[0]?.template).toBe('reset_password')
  expect((await user.get('/auth/me')).status).toBe(401)
})

test('an address gets at most three reset links an hour, whoever requests them', async () => {
  const { owner, member, visitor, mailsTo } = await world({ limits: true })
  const user = await member()
  await visitor.post('/auth/forgot-password', { email: user.email })
  const statuses = []
  for (let n = 1; n <= 3; n++) {
    statuses.push((await owner.post(`/users/${user.id}/reset_password`)).status)
  }
  expect(statuses).toEqual([200, 200, 429])
  const refused = await owner.post(`/users/${user.id}/reset_password`)
  expect(refused.body).toMatchObject({ success: false, code: 'rate_limited' })
  expect(refused.headers['retry-after']).toBeDefined()
  expect(await mailsTo(user.email)).toHaveLength(3)
})

test('an address gets at most ten mails an hour from users created or moved to it', async () => {
  const { owner, member, mailsTo } = await world({ limits: true })
  const email = `victim-${owner.id}@example.com`
  const user = await member()
  const statuses = []
  for (let n = 1; n <= 6; n++) {
    const created = await owner.post('/users', { name: 'Grace', email })
    statuses.push(created.status)
    if (created.status === 201) await owner.delete(`/users/${created.data.id}`)
    statuses.push((await owner.patch(`/users/${user.id}`, { email })).status)
    await owner.patch(`/users/${user.id}`, { email: `${n}-${user.email}` })
  }
  expect(statuses).toEqual([...Array(5).fill([201, 200]).flat(), 429, 429])
  expect(await mailsTo(email)).toHaveLength(15)
})

test('the statistics count only the caller’s account', async () => {
  const { owner, member, stranger } = await world()
  const user = await member()
  await stranger()
  await owner.put(`/users/${user.id}/suspend`, {})
  expect((await owner.get('/users/stats')).data).toEqual({
    total_users: 2,
    active_users: 1,
    suspended_users: 1,
    unverified_users: 1,
    recent_logins: 0,
    created_by_day: expect.any(Array),
  })
})

test('new users are counted by day, the days without any included', async () => {
  const { owner, member } = await world()
  await member()
  const { created_by_day: days } = (await owner.get('/users/stats')).data
  expect(days).toHaveLength(60)
  expect(days.at(-1)).toEqual({ date: new Date().toISOString().slice(0, 10), count: 2 })
  expect(days.at(-2)?.count).toBe(0)
})
