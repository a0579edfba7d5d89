import { rowCounts } from '@powernode/server/test/routes.ts'
import { unaudited } from '@powernode/server/test/rows.ts'
import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'
import { issueToken } from '../users/one_time_tokens.ts'
import { forgotPassword } from './recovery.ts'
import { register } from './registration.ts'

describe('an emailed link', () => {
  const fresh = 'Another-Horse-8-Battery'
  const move = (user: TestUser, email: string) =>
    user.patch(`/users/${user.id}`, { email, current_password: PASSWORD })

  test('to set a password becomes invalid when the address changes, and confirms no other address', async () => {
    const { visitor, owner, mailedToken } = await world()
    await visitor.post('/auth/forgot-password', { email: owner.email })
    const token = await mailedToken(owner.email)
    expect((await move(owner, `moved-${owner.email}`)).data.email_verified).toBe(false)
    const reset = () => visitor.post('/auth/reset-password', { token, password: fresh })
    expect((await reset()).code).toBe('invalid_reset_token')
    expect((await owner.get('/auth/me')).data.user.email_verified).toBe(false)
    await move(owner, owner.email)
    expect((await reset()).code).toBe('invalid_reset_token')
  })

  test('to confirm an address confirms only that address', async () => {
    const { owner, visitor, member, mailedToken } = await world()
    const user = await member()
    const token = await unaudited(owner.ctx, (tx) => issueToken(tx, user, 'verify_email'))
    const other = `other-${user.email}`
    await owner.patch(`/users/${user.id}`, { email: other })
    expect((await visitor.post('/auth/verify-email', { token })).code).toBe('token_invalid')
    const right = await mailedToken(other)
    expect((await visitor.post('/auth/verify-email', { token: right })).data.user.email).toBe(other)
  })

  test('becomes invalid when the password changes; an unconfirmed address gets a new one', async () => {
    const { owner, visitor, as, mailedToken, mailsTo } = await world()
    const email = `new-${owner.id}@example.com`
    const { data } = await owner.post('/users', { name: 'New', email, password: PASSWORD })
    const first = await mailedToken(email)
    const login = await visitor.post('/auth/login', { email, password: PASSWORD })
    const user = as(login.data.access_token)
    const passwords = { password: fresh, current_password: PASSWORD }
    const changed = await user.patch(`/users/${data.id}`, passwords)
    expect(changed.status).toBe(200)
    expect((await visitor.post('/auth/verify-email', { token: first })).code).toBe('token_invalid')
    const second = await mailedToken(email)
    expect((await visitor.post('/auth/verify-email', { token: second })).status).toBe(200)
    const notice = (await mailsTo(email)).find(({ template }) => template === 'password_changed')
    expect(notice?.variables).toMatchObject({
      account_name: 'Test Company',
      time: expect.stringMatching(/ UTC$/),
      ip_address: '127.0.0.1',
    })
  })

  test('used while the address changes never confirms the new address', async () => {
    const { owner, visitor, member } = await world()
    for (let round = 0; round < 5; round++) {
      const user = await member()
      const token = await unaudited(owner.ctx, (tx) => issueToken(tx, user, 'verify_email'))
      const [verified, moved] = await Promise.all([
        visitor.post('/auth/verify-email', { token }),
        owner.patch(`/users/${user.id}`, { email: `raced-${user.email}` }),
      ])
      expect([200, 422]).toContain(verified.status)
      expect(moved.status).toBe(200)
      expect((await owner.get(`/users/${user.id}`)).data.email_verified).toBe(false)
    }
  })

  test('is refused for a suspended user, and after reactivation', async () => {
    const { owner, visitor, member } = await world()
    const user = await member()
    const token = await unaudited(owner.ctx, (tx) => issueToken(tx, user, 'reset_password'))
    const reset = () => visitor.post('/auth/reset-password', { token, password: fresh })
    await owner.put(`/users/${user.id}/suspend`, {})
    expect((await reset()).code).toBe('invalid_reset_token')
    await owner.put(`/users/${user.id}/activate`)
    expect((await reset()).code).toBe('invalid_reset_token')
  })
})

describe('a password reset', () => {
  test('returns the same response for every address, and sends an email only if it has a user, confirmed or not', async () => {
    const { visitor, owner, member, mailsTo } = await world()
    const unconfirmed = await member()
    const responses = []
    for (const email of [owner.email, unconfirmed.email, 'nobody@example.com']) {
      responses.push((await visitor.post('/auth/forgot-password', { email })).body)
    }
    expect(new Set(responses.map((response) => JSON.stringify(response))).size).toBe(1)
    const templates = async (email: string) => (await mailsTo(email)).map((mail) => mail.template)
    expect(await templates(owner.email)).toContain('reset_password')
    expect(await templates(unconfirmed.email)).toContain('reset_password')
    expect(await templates('nobody@example.com')).toEqual([])
  })

  test('enqueues one job whether or not the address has a user', async () => {
    const { visitor, owner, platform, worker } = await world()
    const jobs = async () => {
      const { rows } = await platform.pool.query(
        `select data->'input' as input from pgboss.job where data->>'name' = 'send_reset_link'`,
      )
      return rows.map(({ input }) => input)
    }
    for (const email of [owner.email, `nobody-${owner.id}@example.com`]) {
      const [rows, queued] = [await rowCounts(platform), (await jobs()).length]
      const response = await visitor.post('/auth/forgot-password', { email })
      expect(response.status).toBe(200)
      expect(await rowCounts(platform)).toEqual(rows)
      expect((await jobs()).length).toBe(queued + 1)
    }
    const asked = (await jobs()).find(({ email }) => email === owner.email)
    const mail = () => worker.post('/internal/reset_links', asked)
    expect((await mail()).data).toEqual({ sent: true })
    expect((await mail()).data).toEqual({ sent: false })
    const nobody = { ...asked, email: `nobody-${owner.id}@example.com` }
    expect((await worker.post('/internal/reset_links', nobody)).data).toEqual({ sent: false })
    const { data } = await owner.get('/audit_logs?action=user.password_reset_requested')
    expect(data).toMatchObject([{ user: { id: owner.id }, ip_address: '127.0.0.1' }])
  })

  test('sends a link that works once within an hour, and only the latest one is valid', async () => {
    const { visitor, owner, mailedToken, travel } = await world()
    const ask = async () => {
      await visitor.post('/auth/forgot-password', { email: owner.email })
      return mailedToken(owner.email)
    }
    const reset = (token: string, password: string) =>
      visitor.post('/auth/reset-password', { token, password })
    const older = await ask()
    const newer = await ask()
    expect((await reset(older, 'Another-Horse-8-Battery')).code).toBe('invalid_reset_token')
    travel(61)
    expect((await reset(newer, 'Another-Horse-8-Battery')).code).toBe('invalid_reset_token')
    const fresh = await ask()
    expect((await reset(fresh, 'Another-Horse-8-Battery')).status).toBe(200)
    expect((await reset(fresh, 'Another-Horse-9-Battery')).code).toBe('invalid_reset_token')
  })

  test('ends all sessions, removes the lock, and refuses the old password', async () => {
    const { visitor, owner, mailedToken } = await world()
    for (let attempt = 1; attempt <= 5; attempt++) {
      await visitor.post('/auth/login', { email: owner.email, password: 'wrong' })
    }
    await visitor.post('/auth/forgot-password', { email: owner.email })
    const token = await mailedToken(owner.email)
    const again = await visitor.post('/auth/reset-password', { token, password: PASSWORD })
    expect(again.errors).toEqual({ password: ['was used before'] })
    const body = { token, password: 'Another-Horse-8-Battery', password_confirmation: 'other' }
    expect((await visitor.post('/auth/reset-password', body)).errors).toHaveProperty(
      'password_confirmation',
    )
    body.password_confirmation = body.password
    expect((await visitor.post('/auth/reset-password', body)).status).toBe(200)
    expect((await owner.get('/auth/me')).code).toBe('token_revoked')
    const login = await visitor.post('/auth/login', { email: owner.email, password: body.password })
    expect(login.status).toBe(200)
  })

  test('sends at most three emails per hour and address, regardless of the caller', async () => {
    const { owner, platform } = await world({ limits: true })
    const nobody = `nobody-${owner.id}@example.com`
    const jobs = async (email: string) => {
      const sql = `select from pgboss.job
        where data->>'name' = 'send_reset_link' and data->'input'->>'email' = $1`
      const { rows } = await platform.pool.query(sql, [email])
      return rows.length
    }
    for (const email of [owner.email, nobody]) {
      for (let n = 1; n <= 5; n++) await forgotPassword(platform.system(), { email })
      expect(await jobs(email)).toBe(3)
    }
  })

  test('sends at most ten confirmation emails per hour and address across accounts', async () => {
    const { owner, as, mailsTo, travel, platform } = await world({ limits: true })
    const email = `shared-${owner.id}@example.com`
    const users = []
    for (let n = 1; n <= 6; n++) {
      const body = { name: 'Grace', email, password: PASSWORD, account_name: 'Mine' }
      users.push(as((await register(platform.system(), body)).access_token))
    }
    const statuses = []
    for (let round = 1; round <= 2; round++) {
      travel(6)
      for (const user of users) {
        statuses.push((await user.post('/auth/resend-verification')).status)
      }
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429])
    expect(await mailsTo(email)).toHaveLength(users.length + 10)
  })
})
