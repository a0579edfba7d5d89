import { webhookStream } from '@powernode/modules/integrations/domains/webhooks/channel.ts'
import {
  type Client,
  listening,
  PASSWORD,
  type TestUser,
  world,
} from '@powernode/server/test/world.ts'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

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

async function switchTo({ as }: World, user: TestUser, account_id: string) {
  const { data } = await user.post('/accounts/switch', { account_id })
  const accessToken = data.access_token as string
  return Object.assign(as(accessToken), {
    accessToken,
    refreshToken: data.refresh_token as string,
  })
}

/** Adds a second owner to a user's account. */
async function colleagueOf(here: World, user: TestUser) {
  const email = `colleague-${user.id}@example.com`
  const body = { name: 'Cleo', email, password: PASSWORD, roles: ['owner'] }
  expect((await user.post('/users', body)).status).toBe(201)
  const { data } = await here.visitor.post('/auth/login', { email, password: PASSWORD })
  return here.as(data.access_token)
}

describe('a delegate', () => {
  test('sees the account only after switching, has only the delegated permissions, and can switch back', async () => {
    const here = await world()
    const { delegate: person } = await delegate(here)
    expect((await person.get(`/users/${here.owner.id}`)).status).toBe(404)
    const { data } = await person.get('/accounts/accessible')
    expect(data).toMatchObject([
      { id: person.accountId, home: true, current: true, delegation_id: null },
      { id: here.owner.accountId, home: false, current: false },
    ])
    const inside = await switchTo(here, person, here.owner.accountId)
    expect((await person.get('/auth/me')).code).toBe('token_revoked')
    expect((await inside.get(`/users/${here.owner.id}`)).status).toBe(200)
    expect((await inside.get(`/users/${person.id}`)).status).toBe(404)
    expect((await inside.post('/users', { name: 'X', email: 'x@example.com' })).status).toBe(403)
    expect((await inside.get('/auth/me')).data.user).toMatchObject({
      id: person.id,
      permissions: ['users.read'],
      account: { id: here.owner.accountId },
      home_account_id: person.accountId,
    })
    const back = await inside.post('/accounts/switch', { account_id: person.accountId })
    expect(back.data.user.account.id).toBe(person.accountId)
    expect((await here.as(back.data.access_token).get(`/users/${here.owner.id}`)).status).toBe(404)
  })

  test('is audited in the account in which they act', async () => {
    const here = await world()
    const { delegate: person } = await delegate(here, {
      permissions: ['users.read', 'users.create'],
    })
    const inside = await switchTo(here, person, here.owner.accountId)
    await inside.post('/users', { name: 'X', email: `x-${person.id}@example.com`, roles: [] })
    const { data } = await here.owner.get('/audit_logs?action=user.created')
    expect(data[0].user).toMatchObject({ id: person.id, email: person.email })
  })

  test('loses access immediately when the delegation is revoked, deactivated or expires', async () => {
    const here = await world()
    for (const step of ['revoke', 'deactivate'] as const) {
      const { delegate: person, id } = await delegate(here)
      const inside = await switchTo(here, person, here.owner.accountId)
      expect((await inside.get('/users')).status).toBe(200)
      await here.owner.patch(`/accounts/current/delegations/${id}/${step}`)
      expect((await inside.get('/users')).code).toBe('token_revoked')
      const again = await here.visitor.post('/auth/refresh', { refresh_token: inside.refreshToken })
      expect(again.code).toBe('invalid_refresh_token')
    }
    const expires_at = new Date(Date.now() + 5 * 60_000).toISOString()
    const { delegate: person } = await delegate(here, { permissions: ['users.read'], expires_at })
    const inside = await switchTo(here, person, here.owner.accountId)
    here.travel(6)
    expect((await inside.get('/users')).code).toBe('token_revoked')
  })

  test('loses access when their address changes, even if it changes back, until the delegation is activated again', async () => {
    const here = await world()
    const { owner } = here
    const { delegate: person, id } = await delegate(here)
    const manager = await colleagueOf(here, person)
    const inside = await switchTo(here, person, owner.accountId)
    const moved = `moved-${person.email}`
    const confirm = async (email: string) => {
      const token = await here.mailedToken(email)
      expect((await here.visitor.post('/auth/verify-email', { token })).status).toBe(200)
    }
    const activate = () => owner.patch(`/accounts/current/delegations/${id}/activate`)
    expect((await manager.patch(`/users/${person.id}`, { email: moved })).status).toBe(200)
    expect((await inside.get('/users')).code).toBe('token_revoked')
    expect((await activate()).code).toBe('invalid_transition')
    await confirm(moved)
    const accessible = async (email: string) => {
      const { data } = await here.visitor.post('/auth/login', { email, password: PASSWORD })
      return (await here.as(data.access_token).get('/accounts/accessible')).data.length
    }
    expect(await accessible(moved)).toBe(1)
    const entries = await owner.get('/audit_logs?action=delegation.deactivated')
    expect(entries.data).toMatchObject([{ resource_id: id, ip_address: null }])
    const [notified] = (await owner.get('/notifications')).data
    expect(notified.notification_type).toBe('delegation_suspended')

    await manager.patch(`/users/${person.id}`, { email: person.email })
    await confirm(person.email)
    expect(await accessible(person.email)).toBe(1)
    expect((await activate()).data.status).toBe('active')
    expect(await accessible(person.email)).toBe(2)

    // However the address was changed.
    const move = 'update users set email = $1 where id = $2'
    await here.platform.pool.query(move, [moved, person.id])
    expect(await accessible(moved)).toBe(1)
    const { data } = await owner.get(`/accounts/current/delegations/${id}`)
    expect(data.status).toBe('inactive')
  })

  test('loses access exactly when the delegation expires, with the API key and live connection created under it', async () => {
    const here = await world()
    const expires_at = new Date(Date.now() + 300_000).toISOString()
    const permissions = ['users.read', 'webhooks.read', 'api_keys.create']
    const { delegate: person, id } = await delegate(here, { permissions, expires_at })
    const inside = await switchTo(here, person, here.owner.accountId)
    const made = await inside.post('/api_keys', { name: 'Inside', scopes: ['users.read'] })
    const key = here.as(made.data.key_value)
    const url = (await listening(here.app)).replace('http', 'ws')
    const socket = new WebSocket(`${url}/cable?token=${inside.accessToken}`)
    const frames: Record<string, unknown>[] = []
    socket.on('message', (frame) => frames.push(JSON.parse(String(frame))))
    await expect.poll(() => frames.length).toBe(1)
    const identifier = JSON.stringify({
      channel: 'WebhookChannel',
      account_id: here.owner.accountId,
    })
    socket.send(JSON.stringify({ command: 'subscribe', identifier }))
    await expect.poll(() => frames.at(-1)).toMatchObject({ type: 'confirm_subscription' })

    here.travel(4.9)
    for (const client of [inside, key]) expect((await client.get('/users')).status).toBe(200)
    here.travel(0.15)
    // Before the next ping, a message is sent that they are no longer allowed to receive.
    await here.owner.ctx.transaction((tx) =>
      tx.broadcast(webhookStream(here.owner.accountId), { type: 'deliveries_changed' }),
    )
    expect((await inside.get('/users')).code).toBe('token_revoked')
    expect((await key.get('/users')).code).toBe('scope_insufficient')
    await expect
      .poll(() => frames.at(-1), { timeout: 10_000 })
      .toEqual({
        type: 'disconnect',
        reason: 'unauthorized',
        reconnect: false,
      })
    expect(frames.some(({ message }) => typeof message === 'object')).toBe(false)
    const later = new Date(Date.now() + 300_000).toISOString()
    const path = `/accounts/current/delegations/${id}`
    expect((await here.owner.patch(path, { expires_at: later })).status).toBe(200)
    expect((await key.get('/users')).status).toBe(200)
  })

  test('cannot switch to an account without a delegation', async () => {
    const { owner, stranger } = await world()
    const other = await stranger()
    expect((await owner.post('/accounts/switch', { account_id: other.accountId })).status).toBe(404)
    expect((await owner.get('/auth/me')).status).toBe(200)
  })

  test('keeps the time of the last proof of identity when switching', async () => {
    const here = await world()
    const { delegate: person } = await delegate(here)
    await person.post('/two_factor/enable').then(async ({ data }) => {
      const secret = Secret.fromBase32(data.manual_entry_key)
      await person.post('/two_factor/verify_setup', { code: new TOTP({ secret }).generate() })
    })
    const masked = async (who: Client) => (await who.get('/two_factor/backup_codes')).data.masked
    expect(await masked(person)).toBe(false)
    here.travel(11)
    expect(await masked(person)).toBe(true)
    const same = await person.post('/accounts/switch', { account_id: person.accountId })
    expect(same.body).toMatchObject({
      code: 'invalid_transition',
      error: 'You are already working in that account',
    })
    const inside = await switchTo(here, person, here.owner.accountId)
    expect(await masked(inside)).toBe(true)
    const back = await inside.post('/accounts/switch', { account_id: person.accountId })
    const home = here.as(back.data.access_token)
    expect(await masked(home)).toBe(true)
    await home.post('/auth/confirm', { password: PASSWORD })
    const there = await home.post('/accounts/switch', { account_id: here.owner.accountId })
    expect(await masked(here.as(there.data.access_token))).toBe(false)
  })

  test('can prove their identity there, sees that session in their list, and can end it from their own account', async () => {
    const here = await world()
    const { delegate: person } = await delegate(here)
    const { data } = await here.visitor.post('/auth/login', {
      email: person.email,
      password: PASSWORD,
    })
    const inside = await switchTo(here, person, here.owner.accountId)
    here.travel(11)
    expect((await inside.post('/passkeys/options')).code).toBe('proof_required')
    await inside.post('/auth/confirm', { password: PASSWORD })
    expect((await inside.post('/passkeys/options')).status).toBe(200)
    const home = here.as(data.access_token)
    expect((await home.get('/sessions')).data).toHaveLength(2)
    await home.delete('/sessions')
    expect((await inside.get('/users')).code).toBe('token_revoked')
  })

  test('cannot use a delegation with an unconfirmed address', async () => {
    const here = await world()
    const unconfirmed = await here.stranger()
    const change = { email: `moved-${unconfirmed.email}`, current_password: PASSWORD }
    await unconfirmed.patch(`/users/${unconfirmed.id}`, change)
    const given = await here.owner.post('/accounts/current/delegations', {
      email: change.email,
      permissions: ['users.read'],
    })
    expect(given.errors).toEqual({ email: ['is not confirmed yet'] })

    const { delegate: person, id } = await delegate(here)
    const inside = await switchTo(here, person, here.owner.accountId)
    const { data } = await here.visitor.post('/auth/login', {
      email: person.email,
      password: PASSWORD,
    })
    const home = here.as(data.access_token)
    const moved = { email: `moved-${person.email}`, current_password: PASSWORD }
    expect((await home.patch(`/users/${person.id}`, moved)).status).toBe(200)
    expect((await inside.get('/users')).code).toBe('token_revoked')
    const again = { refresh_token: inside.refreshToken }
    expect((await here.visitor.post('/auth/refresh', again)).code).toBe('invalid_refresh_token')
    expect((await home.get('/accounts/accessible')).data).toHaveLength(1)
    const token = await here.mailedToken(moved.email)
    await here.visitor.post('/auth/verify-email', { token })
    expect((await home.get('/accounts/accessible')).data).toHaveLength(1)
    await here.owner.patch(`/accounts/current/delegations/${id}/activate`)
    expect((await home.get('/accounts/accessible')).data).toHaveLength(2)
  })

  test('never gets permissions that cannot be delegated or that the role no longer has, however the role changes', async () => {
    const here = await world()
    const { owner } = here
    const { data: role } = await owner.post('/roles', {
      name: 'bookkeeper',
      permissions: ['users.read', 'audit_logs.read', 'api_keys.create'],
    })
    const { delegate: person } = await delegate(here, { role_id: role.id })
    const inside = await switchTo(here, person, owner.accountId)
    const key = await here.keyOf({ ...person, ...inside }, ['users.read', 'audit_logs.read'])
    const wide = ['users.read', 'webhooks.read', 'roles.assign', 'users.impersonate']
    await owner.patch(`/roles/${role.id}`, { permissions: [...wide, 'delegations.create'] })
    const { data } = await inside.get('/auth/me')
    expect(data.user.permissions).toEqual(['users.read', 'webhooks.read'])
    expect((await inside.get('/impersonations/users')).status).toBe(403)
    expect((await key.get('/users')).status).toBe(200)
    expect((await key.get('/audit_logs')).code).toBe('scope_insufficient')
  })

  test('keeps their password, second factor and sessions inaccessible to the other account', async () => {
    const here = await world()
    const { delegate: person } = await delegate(here)
    const inside = await switchTo(here, person, here.owner.accountId)
    expect((await inside.get('/two_factor/status')).data.two_factor_enabled).toBe(false)
    expect((await inside.post('/auth/confirm', { password: PASSWORD })).status).not.toBe(500)
    expect((await inside.get('/notifications')).status).toBe(200)
  })
})
