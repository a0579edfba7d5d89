import { randomUUID } from 'node:crypto'
import { confirmed, PASSWORD, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const OTHER = 'Another-Horse-8-Battery'

const address = () => `grace-${randomUUID()}@example.com`

/** The reset links that were emailed to an address, by account name. */
async function resetLinks(here: Awaited<ReturnType<typeof world>>, email: string) {
  const mails = (await here.mailsTo(email)).filter(({ template }) => template === 'reset_password')
  return Object.fromEntries(
    mails
      .toReversed()
      .map(({ variables }) => [variables.account_name, variables.url?.split('/').at(-1) ?? '']),
  )
}

describe('a second user with the same unconfirmed address', () => {
  const NEW = 'Yet-Another-Horse-9-Battery'

  /** The victim has registered first; the stranger has a second owner, so that their account is not deleted. */
  async function attacked() {
    const here = await world()
    const email = address()
    const register = (password: string, account_name: string) =>
      here.visitor.post('/auth/register', { name: 'Grace', email, password, account_name })
    const victim = (await register(OTHER, 'Victim')).data.user
    const stranger = await register(PASSWORD, 'Evil')
    const attacker = here.as(stranger.data.access_token)
    await attacker.post('/users', {
      name: 'Eve',
      email: address(),
      password: OTHER,
      roles: ['owner'],
    })
    const accounts = async () => {
      const { rows } = await here.platform.pool.query(
        'select name from accounts where id in (select account_id from users where email = $1)',
        [email],
      )
      return rows.map((row) => row.name).sort()
    }
    return {
      ...here,
      email,
      register,
      accounts,
      evil: attacker,
      userId: victim.id as string,
      accountId: victim.account.id as string,
      evilAccountId: stranger.data.user.account.id as string,
      signIn: (password: string) => here.visitor.post('/auth/login', { email, password }),
      confirm: (token: string) => here.visitor.post('/auth/verify-email', { token }),
    }
  }

  test('does not lock out the first: each signs in with their own password', async () => {
    const { signIn, accountId, evilAccountId } = await attacked()
    expect((await signIn(OTHER)).data.user.account.id).toBe(accountId)
    expect((await signIn(PASSWORD)).data.user.account.id).toBe(evilAccountId)
    expect((await signIn(NEW)).code).toBe('invalid_credentials')
  })

  test('has a separate lock, and cannot hide guesses behind their own password', async () => {
    const { signIn, evil, accountId, userId, platform } = await attacked()
    for (let n = 1; n <= 4; n++) expect((await signIn(PASSWORD)).status).toBe(200)
    const failures = async () => {
      const { rows } = await platform.pool.query(
        'select failed_login_attempts as count from users where id = $1',
        [userId],
      )
      return rows[0].count
    }
    expect(await failures()).toBe(4)
    expect((await signIn(OTHER)).data.user.account.id).toBe(accountId)
    expect(await failures()).toBe(0)
    const me = (await evil.get('/auth/me')).data.user.id
    await platform.pool.query(
      `update users set locked_until = now() + interval '1 hour' where id = $1`,
      [me],
    )
    expect((await signIn(PASSWORD)).code).toBe('invalid_credentials')
    expect((await signIn(OTHER)).data.user.account.id).toBe(accountId)
    await platform.pool.query(
      `update users set locked_until = now() + interval '1 hour' where id = $1`,
      [userId],
    )
    expect((await signIn(OTHER)).code).toBe('account_locked')
  })

  test('gets a separate reset link, and each link changes only its own account', async () => {
    const here = await attacked()
    const { visitor, email, accounts, signIn, confirm, mailedToken, accountId } = here
    await visitor.post('/auth/forgot-password', { email })
    const links = await resetLinks(here, email)
    expect(Object.keys(links).sort()).toEqual(['Evil', 'Victim'])
    const reset = (token: string | undefined, password: string) =>
      visitor.post('/auth/reset-password', { token, password })
    // Even the wrong link deletes nothing.
    expect((await reset(links.Evil, 'Wrong-Link-Horse-9-Battery')).status).toBe(200)
    expect(await accounts()).toEqual(['Evil', 'Victim'])
    expect((await reset(links.Victim, NEW)).status).toBe(200)
    expect(await accounts()).toEqual(['Evil', 'Victim'])
    const { user } = (await signIn(NEW)).data
    expect(user).toMatchObject({ account: { id: accountId }, email_verified: false })
    const [mail] = await here.mailsTo(email)
    expect(mail).toMatchObject({
      template: 'verify_email',
      variables: { account_name: 'Victim' },
    })
    expect((await confirm(await mailedToken(email))).status).toBe(200)
    expect(await accounts()).toEqual(['Victim'])
  })

  test('cannot displace the first by registering many times', async () => {
    const here = await attacked()
    for (let n = 1; n <= 3; n++) await here.register(PASSWORD, `Evil ${n}`)
    expect((await here.signIn(OTHER)).data.user.account.id).toBe(here.accountId)
    await here.visitor.post('/auth/forgot-password', { email: here.email })
    const links = await resetLinks(here, here.email)
    expect(Object.keys(links).sort()).toEqual(['Evil', 'Evil 1', 'Victim'])
  })

  test('cannot take over a user who confirmed another address before', async () => {
    const here = await world()
    const { visitor, as, mailsTo } = here
    const owner = await here.stranger()
    await confirmed(owner)
    const email = address()
    await owner.patch(`/users/${owner.id}`, { email, current_password: PASSWORD })
    const body = { name: 'Eve', email, password: OTHER, account_name: 'Evil' }
    const evil = as((await visitor.post('/auth/register', body)).data.access_token)
    await evil.post('/users', { name: 'Eve', email: address(), password: OTHER, roles: ['owner'] })
    const signIn = () => visitor.post('/auth/login', { email, password: PASSWORD })
    expect((await signIn()).data.user.id).toBe(owner.id)

    await visitor.post('/auth/forgot-password', { email })
    const { Evil: token } = await resetLinks(here, email)
    expect((await visitor.post('/auth/reset-password', { token, password: NEW })).status).toBe(200)
    expect((await owner.get('/auth/me')).data.user.email).toBe(email)
    expect((await signIn()).data.user.id).toBe(owner.id)
    expect((await mailsTo(email))[0]?.template).toBe('verify_email')
  })

  test('does not hide an existing user of the account from an inviter', async () => {
    const { owner, visitor } = await world()
    const email = address()
    await owner.post('/users', { name: 'Grace', email, password: OTHER })
    const body = { name: 'Eve', email, password: OTHER, account_name: 'Evil' }
    expect((await visitor.post('/auth/register', body)).status).toBe(201)
    const { errors } = await owner.post('/invitations', { email })
    expect(errors).toEqual({ email: ['is already taken'] })
  })
})
