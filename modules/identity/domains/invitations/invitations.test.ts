import { randomUUID } from 'node:crypto'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const address = () => `${randomUUID()}@example.com`

describe('inviting', () => {
  test('emails a link, and accepting it creates the invited user', async () => {
    const { owner, visitor, mailedToken, mailsTo } = await world()
    const email = address()
    await owner.patch('/accounts/current', { time_zone: 'Asia/Tokyo' })
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
      variables: {
        message: 'Welcome!',
        inviter: owner.name,
        inviter_email: owner.email,
        role: 'Developer',
        until: expect.stringMatching(/^\d+ \w+ \d{4}, \d\d:\d\d \(Asia\/Tokyo, .* UTC\)$/),
      },
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
    const joined = { roles: ['developer'], email_verified: true, account: { id: owner.accountId } }
    expect(accepted.data.user).toMatchObject(joined)
    const login = await visitor.post('/auth/login', { email, password: PASSWORD })
    expect(login.data.user).toMatchObject({ ...joined, id: accepted.data.user.id })
    expect((await owner.get('/notifications')).data[0].title).toBe('Grace joined')
  })

  test('is found by part of the address or name, or by id', async () => {
    const { owner, stranger } = await world()
    const [email, name] = [address(), `Hopper ${randomUUID()}`]
    const { data: made } = await owner.post('/invitations', { email, name })
    await owner.post('/invitations', { email: address() })
    for (const search of [email.slice(0, 20), name.toLowerCase(), made.id]) {
      const found = await owner.get(`/invitations?search=${encodeURIComponent(search)}`)
      expect(found.data, search).toMatchObject([{ id: made.id }])
      const outside = await (await stranger()).get(`/invitations?search=${made.id}`)
      expect(outside.data).toEqual([])
    }
    expect((await owner.get(`/invitations?search=${name}&status=accepted`)).data).toEqual([])
  })

  test('signs in whoever accepts, as a sign-in would, with an audited session', async () => {
    const { owner, visitor, mailedToken } = await world()
    const email = address()
    await owner.post('/invitations', { email, roles: ['member'] })
    const accepted = await visitor.post(`/invitations/${await mailedToken(email)}/accept`, {
      name: 'Grace',
      password: PASSWORD,
    })
    const { user, access_token, refresh_token, warning } = accepted.data
    expect(warning).toBeNull()
    expect(String(accepted.headers['set-cookie'])).toContain(`refresh_token=${refresh_token};`)
    const headers = { authorization: `Bearer ${access_token}` }
    const { data: sessions } = await visitor.get('/sessions', headers)
    expect(sessions).toMatchObject([{ current: true }])
    const query = `user_id=${user.id}&action=user.login`
    const { data: entries } = await owner.get(`/audit_logs?${query}`)
    expect(entries).toMatchObject([
      { metadata: { login_method: 'invitation', session_id: sessions[0].id } },
    ])
  })

  test('refuses an address that is already invited or already a user', async () => {
    const { owner, stranger } = await world()
    const other = await stranger()
    const email = address()
    await owner.post('/invitations', { email })
    expect((await owner.post('/invitations', { email: email.toUpperCase() })).errors).toEqual({
      email: ['has already been invited'],
    })
    expect((await owner.post('/invitations', { email: other.email })).errors).toEqual({
      email: ['is already taken'],
    })
    expect((await other.post('/invitations', { email })).status).toBe(201)
  })

  test('refuses a role with permissions that the inviter lacks', async () => {
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

describe('an invitation', () => {
  test('accepted by two concurrent requests creates one user', async () => {
    const { owner, visitor, mailedToken } = await world()
    const email = address()
    await owner.post('/invitations', { email, name: 'Grace' })
    const token = await mailedToken(email)
    const responses = await Promise.all(
      [1, 2, 3].map(() => visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })),
    )
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await owner.get(`/users?search=${email}`)).meta.total_count).toBe(1)
    expect((await visitor.get(`/invitations/${token}`)).data.status).toBe('accepted')
  })

  test('expires after seven days and can be resent; then only the new link works', async () => {
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

  test('is mailed to an address at most five times an hour, across accounts', async () => {
    const { owner, stranger, mailsTo } = await world({ limits: true })
    const other = await stranger()
    const email = address()
    const { data } = await owner.post('/invitations', { email, name: 'Grace' })
    const statuses = []
    for (let n = 1; n <= 3; n++) {
      statuses.push((await owner.post(`/invitations/${data.id}/resend`)).status)
    }
    await owner.delete(`/invitations/${data.id}`)
    statuses.push((await owner.post('/invitations', { email })).status)
    statuses.push((await other.post('/invitations', { email })).status)
    expect(statuses).toEqual([200, 200, 200, 201, 429])
    const refused = await owner.post(`/invitations/${data.id}/resend`)
    expect(refused.body).toMatchObject({ success: false, code: 'rate_limited' })
    expect(await mailsTo(email)).toHaveLength(5)
  })

  test('cannot be accepted after it was cancelled, and can be replaced by another', async () => {
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
