import { randomUUID } from 'node:crypto'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const someone = () => ({
  name: 'Ada Lovelace',
  email: `ada-${randomUUID()}@example.com`,
  password: PASSWORD,
  account_name: 'Analytical Engines',
})

describe('registering', () => {
  test('creates an account with its owner, signs in and emails a link that confirms the address', async () => {
    const { visitor, as, mailedToken } = await world()
    const user = someone()
    const made = await visitor.post('/auth/register', {
      ...user,
      email: ` ${user.email}`.trim(),
    })
    expect(made.status).toBe(201)
    expect(made.data.user).toMatchObject({
      email: user.email,
      roles: ['owner'],
      email_verified: false,
    })
    expect(made.data.warning).toBe('Please confirm your email address')

    const token = await mailedToken(user.email)
    const verified = await visitor.post('/auth/verify-email', { token })
    expect(verified.data).toMatchObject({ user: { email: user.email, email_verified: true } })
    expect((await as(made.data.access_token).get('/auth/me')).data.user.email_verified).toBe(true)
  })

  test('accounts with the same name get different subdomains', async () => {
    const { visitor } = await world()
    const made = [
      await visitor.post('/auth/register', someone()),
      await visitor.post('/auth/register', someone()),
    ]
    const subdomains = made.map(({ data }) => data.user.account.subdomain)
    expect(new Set(subdomains).size).toBe(2)
    for (const subdomain of subdomains) expect(subdomain).toMatch(/^analytical-engines/)
  })

  test('accepts an account name without usable letters', async () => {
    const { visitor } = await world()
    const made = await visitor.post('/auth/register', { ...someone(), account_name: '漢字' })
    expect(made.status).toBe(201)
    expect(made.data.user.account.subdomain).toMatch(/^xxx/)
  })

  test('returns the errors of each field and writes nothing', async () => {
    const { visitor, platform } = await world()
    const bad = { name: ' ', email: 'nobody', password: 'short', account_name: 'x', role: 'admin' }
    const response = await visitor.post('/auth/register', bad)
    expect(response.status).toBe(422)
    expect(response.errors).toEqual({
      name: ['cannot be blank'],
      email: ['is not a valid email address'],
      account_name: ['must have at least 2 characters'],
      role: ['is not a known field'],
    })
    const user = someone()
    const weak = await visitor.post('/auth/register', { ...user, password: 'short' })
    expect(weak.errors?.password).toContain('must have at least 12 characters')
    const users = await platform.database
      .selectFrom('users')
      .select('id')
      .where('email', '=', user.email)
      .execute()
    expect(users).toEqual([])
  })

  test('a taken address is refused in any case and creates no account', async () => {
    const { visitor, platform, owner } = await world()
    const user = { ...someone(), email: owner.email.toUpperCase(), account_name: 'Left Behind' }
    expect((await visitor.post('/auth/register', user)).errors).toEqual({
      email: ['is already taken'],
    })
    const accounts = await platform.database
      .selectFrom('accounts')
      .select('id')
      .where('name', '=', 'Left Behind')
      .execute()
    expect(accounts).toEqual([])
  })
})

describe('confirming an address', () => {
  test('a link can be requested again after five minutes and replaces the older one', async () => {
    const { visitor, as, mailedToken, travel } = await world()
    const user = someone()
    const { data } = await visitor.post('/auth/register', user)
    const me = as(data.access_token)
    const older = await mailedToken(user.email)
    const early = await me.post('/auth/resend-verification')
    expect([early.status, early.code]).toEqual([429, 'rate_limited'])
    expect(Number(early.headers['retry-after'])).toBeGreaterThan(200)
    travel(6)
    expect((await me.post('/auth/resend-verification')).status).toBe(200)
    expect((await visitor.post('/auth/verify-email', { token: older })).code).toBe('token_invalid')
    const token = await mailedToken(user.email)
    expect((await visitor.post('/auth/verify-email', { token })).status).toBe(200)
    travel(6)
    expect((await me.post('/auth/resend-verification')).code).toBe('invalid_transition')
  })

  test('opening a link again reports the address as confirmed and changes nothing', async () => {
    const { visitor, as, mailedToken, travel } = await world()
    const user = someone()
    const { data } = await visitor.post('/auth/register', user)
    const me = as(data.access_token)
    const token = await mailedToken(user.email)
    const follow = () => visitor.post('/auth/verify-email', { token })
    const [first, ...others] = await Promise.all([follow(), follow(), follow()])
    expect(first).toMatchObject({ status: 200, data: { user: { email: user.email } } })
    for (const again of [...others, await follow()]) {
      expect([again.status, again.data]).toEqual([200, first.data])
      expect(again.headers['set-cookie']).toBeUndefined()
    }
    const confirmations = await me.get('/audit_logs?action=user.email_verified')
    expect(confirmations.meta.total_count).toBe(1)

    const id = data.user.id as string
    const { password } = user
    await me.patch(`/users/${id}`, { email: `new-${user.email}`, current_password: password })
    expect((await follow()).code).toBe('token_invalid')
    await me.patch(`/users/${id}`, { email: user.email, current_password: password })
    expect((await follow()).code).toBe('token_invalid')
    const newer = await mailedToken(user.email)
    expect((await visitor.post('/auth/verify-email', { token: newer })).status).toBe(200)
    travel(24 * 60 + 1)
    expect((await visitor.post('/auth/verify-email', { token: newer })).code).toBe('token_invalid')
  })

  test('a link is valid for a day', async () => {
    const { visitor, mailedToken, travel } = await world()
    const user = someone()
    await visitor.post('/auth/register', user)
    const token = await mailedToken(user.email)
    travel(24 * 60 + 1)
    expect((await visitor.post('/auth/verify-email', { token })).code).toBe('token_invalid')
  })
})
