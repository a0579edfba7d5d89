import { randomUUID } from 'node:crypto'
import { type Client, confirmed, PASSWORD, world } from '@powernode/server/test/world.ts'
import { describe, expect, test, vi } from 'vitest'

const OTHER = 'Another-Horse-8-Battery'
const DAY = 24 * 60

const address = () => `grace-${randomUUID()}@example.com`

/** Registers with an address of someone else; the links are those that its owner gets by email. */
async function registerUnowned() {
  const here = await world()
  const { visitor, as, mailedToken } = here
  const email = address()
  const register = (password: string, account_name: string) =>
    visitor.post('/auth/register', { name: 'Grace', email, password, account_name })
  const first = await register(OTHER, 'Squatter')
  const firstUser: Client = as(first.data.access_token)
  const accountId: string = first.data.user.account.id
  const accounts = async () => {
    const { rows } = await here.platform.pool.query(
      'select name from accounts where id in (select account_id from users where email = $1)',
      [email],
    )
    return rows.map((row) => row.name).sort()
  }
  const confirm = (token: string) => visitor.post('/auth/verify-email', { token })
  const signIn = (password: string) => visitor.post('/auth/login', { email, password })
  const link = await mailedToken(email)
  return {
    ...here,
    email,
    register,
    squatter: firstUser,
    accountId,
    userId: first.data.user.id as string,
    accounts,
    confirm,
    signIn,
    link,
  }
}

describe('an address that another user registered without confirming it', () => {
  test('can be registered again with the usual response; the user who confirms it keeps it', async () => {
    const { register, accounts, squatter, confirm, mailedToken, email, link, signIn, as } =
      await registerUnowned()
    const mine = await register(PASSWORD, 'Mine')
    expect(mine.status).toBe(201)
    expect(mine.data).toMatchObject({ user: { email, email_verified: false, roles: ['owner'] } })
    // Registering alone does not remove the address from the other user.
    expect(await accounts()).toEqual(['Mine', 'Squatter'])
    expect((await squatter.get('/auth/me')).status).toBe(200)

    expect((await confirm(await mailedToken(email))).status).toBe(200)
    expect(await accounts()).toEqual(['Mine'])
    expect((await squatter.get('/auth/me')).code).toBe('token_revoked')
    expect((await as(mine.data.access_token).get('/auth/me')).data.user.email_verified).toBe(true)
    expect((await signIn(OTHER)).code).toBe('invalid_credentials')
    expect((await signIn(PASSWORD)).status).toBe(200)
    expect((await confirm(link)).code).toBe('token_invalid')
    expect((await register(OTHER, 'Again')).errors).toEqual({ email: ['is already taken'] })
  })

  test('can be invited, and accepting replaces the other user', async () => {
    const { owner, visitor, email, accounts, squatter, mailedToken, signIn } =
      await registerUnowned()
    expect((await owner.post('/invitations', { email, name: 'Grace' })).status).toBe(201)
    expect(await accounts()).toEqual(['Squatter'])
    const token = await mailedToken(email)
    const accepted = await visitor.post(`/invitations/${token}/accept`, { password: PASSWORD })
    expect(accepted.status).toBe(201)
    expect(await accounts()).toEqual(['Test Company'])
    expect((await squatter.get('/auth/me')).code).toBe('token_revoked')
    expect((await signIn(PASSWORD)).data.user.account.id).toBe(owner.accountId)
  })

  test('can be recovered by email, and removes all credentials that were set up before', async () => {
    const { visitor, email, squatter, mailedToken, signIn, as } = await registerUnowned()
    const key = await squatter.post('/api_keys', { name: 'Kept', scopes: ['users.read'] })
    await visitor.post('/auth/forgot-password', { email })
    const token = await mailedToken(email)
    expect((await visitor.post('/auth/reset-password', { token, password: PASSWORD })).status).toBe(
      200,
    )
    expect((await squatter.get('/auth/me')).code).toBe('token_revoked')
    expect((await as(key.data.key_value).get('/users')).code).toBe('api_key_revoked')
    expect((await signIn(OTHER)).code).toBe('invalid_credentials')
    expect((await signIn(PASSWORD)).data.user).toMatchObject({ email, email_verified: true })
  })

  test('is confirmed by only one of two concurrent users, and can be registered while it is invited', async () => {
    const { owner, visitor, register, confirm, link, mailedToken, email, accounts } =
      await registerUnowned()
    await register(PASSWORD, 'Mine')
    const mine = await mailedToken(email)
    const responses = await Promise.all([confirm(link), confirm(mine)])
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await accounts()).toHaveLength(1)

    const other = address()
    const again = { name: 'Grace', email: other, password: PASSWORD, account_name: 'Mine' }
    await owner.post('/invitations', { email: other, name: 'Grace' })
    const token = await mailedToken(other)
    const [registered, accepted] = await Promise.all([
      visitor.post('/auth/register', again),
      visitor.post(`/invitations/${token}/accept`, { password: PASSWORD }),
    ])
    expect([201, 422]).toContain(registered.status)
    expect(accepted.status).toBe(201)
    expect((await owner.get(`/users?search=${other}`)).meta.total_count).toBe(1)
  })
})

describe('a user who loses an address', () => {
  test('is deleted if the account has another owner', async () => {
    const { owner, visitor, mailedToken } = await world()
    const email = address()
    const { data } = await owner.post('/users', { name: 'Grace', email, password: OTHER })
    await visitor.post('/auth/register', {
      name: 'Grace',
      email,
      password: PASSWORD,
      account_name: 'Mine',
    })
    expect(
      (await visitor.post('/auth/verify-email', { token: await mailedToken(email) })).status,
    ).toBe(200)
    expect((await owner.get(`/users/${data.id}`)).status).toBe(404)
    const [entry] = (await owner.get('/audit_logs?action=user.deleted')).data
    expect(entry).toMatchObject({ resource_id: data.id, source: 'system', ip_address: null })
  })

  test('is kept without the address and signed out if the account has no other owner', async () => {
    const { squatter, userId, platform, register, confirm, mailedToken, email, accountId } =
      await registerUnowned()
    await squatter.post('/users', { name: 'Bob', email: address(), password: OTHER })
    await register(PASSWORD, 'Mine')
    expect((await confirm(await mailedToken(email))).status).toBe(200)
    const left = await platform
      .system()
      .inAccount(accountId)
      .own('users')
      .select()
      .select('email')
      .where('id', '=', userId)
      .execute()
    expect(left).toEqual([{ email: `${userId}@released.invalid` }])
    expect((await squatter.get('/auth/me')).code).toBe('token_revoked')
  })

  test('keeps their account if they confirmed another address before', async () => {
    const { stranger, visitor, mailedToken } = await world()
    const other = await stranger()
    const email = address()
    await other.patch(`/users/${other.id}`, { email, current_password: PASSWORD })
    // An address that may be a typo cannot be used for recovery.
    const before = await mailedToken(email)
    await visitor.post('/auth/forgot-password', { email })
    expect(await mailedToken(email)).toBe(before)
    await visitor.post('/auth/register', {
      name: 'Grace',
      email,
      password: PASSWORD,
      account_name: 'Mine',
    })
    expect(
      (await visitor.post('/auth/verify-email', { token: await mailedToken(email) })).status,
    ).toBe(200)
    const [left] = await other.ctx.own('users').select().select('email').execute()
    expect(left?.email).toBe(`${other.id}@released.invalid`)
  })

  test('a confirmed address is refused everywhere else', async () => {
    const { owner, stranger, visitor } = await world()
    const other = await stranger()
    await confirmed(other)
    const { email } = other
    const taken = { email: ['is already taken'] }
    expect((await owner.post('/invitations', { email })).errors).toEqual(taken)
    expect((await owner.post('/users', { name: 'Grace', email })).errors).toEqual(taken)
    const moved = { email, current_password: PASSWORD }
    expect((await owner.patch(`/users/${owner.id}`, moved)).errors).toEqual(taken)
    const body = { name: 'Grace', email, password: PASSWORD, account_name: 'Mine' }
    expect((await visitor.post('/auth/register', body)).errors).toEqual(taken)
    const twice = { name: 'Grace', email: address() }
    expect((await owner.post('/users', twice)).status).toBe(201)
    expect((await owner.post('/users', twice)).errors).toEqual(taken)
  })
})

test('an unconfirmed account is deleted after the configured days, unless it has another user', async () => {
  const lonely = await registerUnowned()
  const { worker, travel, join } = lonely
  const shared = await registerUnowned()
  await shared.squatter.post('/users', { name: 'Bob', email: address(), password: OTHER })
  const stored = await registerUnowned()
  await stored.confirm(stored.link)
  const admin = await join('owner', 'admin')
  const setDays = async (unconfirmed_account_days: number) => {
    vi.useRealTimers()
    const { status } = await admin.put('/admin_settings', { unconfirmed_account_days })
    expect(status).toBe(200)
  }
  const removedAfter = async (days: number) => {
    travel(days * DAY)
    const { data } = await worker.post('/internal/maintenance/clean_up')
    return data.unconfirmed_accounts as number
  }
  await setDays(0)
  expect(await removedAfter(400)).toBe(0)
  await setDays(14)
  expect(await removedAfter(13)).toBe(0)
  expect(await removedAfter(2)).toBeGreaterThan(0)
  await setDays(0)
  expect(await lonely.accounts()).toEqual([])
  expect(await shared.accounts()).toEqual(['Squatter'])
  expect(await stored.accounts()).toEqual(['Squatter'])
  expect((await lonely.register(PASSWORD, 'Mine')).status).toBe(201)
})
