import { once } from 'node:events'
import { FORGET_CHANNEL } from '@powernode/server/platform/channels.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { listening, PASSWORD, world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { newKey } from './key_material.ts'
import { keyUsageOf } from './key_usage.ts'

describe('a key as a credential', () => {
  test('is accepted in its own header or as a bearer token, but not with another credential', async () => {
    const { owner, keyOf, visitor } = await world()
    const { value } = await keyOf(owner, ['users.read'])
    const call = (headers: Record<string, string>) => visitor.get('/users', headers)
    const bearer = { authorization: `Bearer ${value}` }
    expect((await call({ 'x-api-key': value })).status).toBe(200)
    expect((await call(bearer)).status).toBe(200)
    expect((await call({ ...bearer, 'x-api-key': value })).code).toBe('unauthorized')
    const both = { authorization: `Bearer ${owner.accessToken}`, 'x-api-key': value }
    expect((await call(both)).status).toBe(401)
    expect((await call({ 'x-api-key': owner.accessToken })).code).toBe('invalid_api_key')
    expect((await call({ 'x-api-key': '' })).status).toBe(401)
    expect((await visitor.get(`/users?api_key=${value}`)).status).toBe(401)
  })

  test('cannot change the address or password of its creator, but the rest', async () => {
    const { owner, keyOf, visitor } = await world()
    const key = await keyOf(owner, ['users.update'])
    const update = (body: object) => key.patch(`/users/${owner.id}`, body)
    const current_password = PASSWORD
    for (const body of [
      { email: `other-${owner.email}`, current_password },
      { password: 'Another-Horse-8-Battery', current_password },
      { current_password },
    ]) {
      expect((await update(body)).code).toBe('forbidden')
    }
    expect((await update({ name: 'Renamed' })).data.name).toBe('Renamed')
    const login = await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    expect(login.status).toBe(200)
  })

  test('is refused without a query if mistyped, and needs no query when cached', async () => {
    const { owner, keyOf, platform, as } = await world()
    const key = await keyOf(owner, ['users.read'])
    // The minimum of many rounds, as the job queue, the audit trail's sealing and the usage flush send
    // queries of their own.
    const queries = async (work: () => Promise<unknown>) => {
      const rounds: number[] = []
      for (let round = 0; round < 25; round++) {
        let count = 0
        const counted = () => void count++
        platform.pool.on('acquire', counted)
        await work()
        platform.pool.off('acquire', counted)
        rounds.push(count)
      }
      return Math.min(...rounds)
    }
    const stats = () => key.get('/users/stats')
    await stats()
    await owner.get('/users/stats')
    expect(await queries(stats)).toBe(await queries(() => owner.get('/users/stats')))
    const mistyped = as(`${key.value.slice(0, -1)}${key.value.endsWith('x') ? 'y' : 'x'}`)
    expect(
      await queries(async () => {
        const answer = await mistyped.get('/users')
        expect(answer.body.error).toBe('This API key is malformed')
      }),
    ).toBe(0)
    expect(await queries(() => as(newKey('live')).get('/users'))).toBe(1)
  })

  test('stops working within a second when another server revokes it', async () => {
    const { owner, keyOf, platform } = await world()
    const key = await keyOf(owner, ['users.read'])
    expect((await key.get('/users')).status).toBe(200)
    await rowsOf(owner.ctx, 'api_keys')
      .update({ revoked_at: new Date() })
      .where('id', '=', key.id)
      .execute()
    expect((await key.get('/users')).status).toBe(200)
    await sql`select pg_notify(${FORGET_CHANNEL}, ${JSON.stringify({ api_key: key.id })})`.execute(
      platform.database,
    )
    await vi.waitFor(async () => expect((await key.get('/users')).code).toBe('api_key_revoked'), {
      timeout: 1000,
    })
  })

  test('cannot open a live connection, in the URL or in its header', async () => {
    const { owner, keyOf, app } = await world()
    const { value } = await keyOf(owner, ['users.read'])
    const url = `${(await listening(app)).replace('http', 'ws')}/cable`
    const attempts = [
      new WebSocket(`${url}?token=${value}`),
      new WebSocket(url, { headers: { 'x-api-key': value } }),
    ]
    for (const socket of attempts) {
      const [, response] = await once(socket, 'unexpected-response')
      expect(response.statusCode).toBe(403)
      socket.on('error', () => {})
      socket.terminate()
    }
  })

  test('has the permissions that both its scopes and its creator currently have', async () => {
    const { owner, join, keyOf } = await world()
    const creator = await join('developer')
    const key = await keyOf(creator, ['users.read', 'roles.read'])
    expect((await key.get('/roles')).status).toBe(200)
    expect((await key.get('/audit_logs')).body.details).toEqual({ scope: 'audit_logs.read' })
    await owner.patch(`/users/${creator.id}`, { roles: ['member'] })
    expect((await key.get('/roles')).code).toBe('scope_insufficient')
    expect((await key.get('/users')).status).toBe(200)
    await owner.put(`/users/${creator.id}/suspend`, {})
    expect((await key.get('/users')).code).toBe('user_inactive')
    await owner.put(`/users/${creator.id}/activate`)
    expect((await key.get('/users')).status).toBe(200)
    await owner.delete(`/users/${creator.id}`)
    expect((await key.get('/users')).code).toBe('user_inactive')
    expect((await owner.get(`/api_keys/${key.id}`)).data.created_by).toBeNull()
  })

  test('stops working when its account is suspended', async () => {
    const { owner, keyOf, platform } = await world()
    const key = await keyOf(owner, ['users.read'])
    await key.get('/users')
    await platform.system().transaction(async (tx) => {
      tx.unaudited('arranges a test')
      const account = tx.db.updateTable('accounts').where('id', '=', owner.accountId)
      await account.set({ status: 'suspended' }).execute()
      await tx.forget({ account: owner.accountId })
    })
    expect((await key.get('/users')).code).toBe('account_inactive')
  })
})

describe('an action by a key', () => {
  test('is audited as its creator’s, with the API as source and the key', async () => {
    const { owner, keyOf } = await world()
    const key = await keyOf(owner, ['users.create', 'users.read', 'webhooks.read', 'files.read'])
    const email = `by-key-${key.id}@example.com`
    const made = await key.post('/users', { name: 'By key', email })
    expect([made.status, made.data.roles]).toEqual([201, ['member']])
    const [byKey] = (await owner.get('/audit_logs?action=user.created')).data
    expect(byKey).toMatchObject({
      user: { id: owner.id },
      source: 'api',
      metadata: { api_key_id: key.id },
    })
    const [bySession] = (await owner.get('/audit_logs?action=api_key.created')).data
    expect([bySession.source, bySession.metadata]).toEqual(['web', {}])
    const again = { 'idempotency-key': 'twice' }
    const other = { name: 'Other', email: `other-${email}` }
    const [first, second] = [
      await key.post('/users', other, again),
      await key.post('/users', other, again),
    ]
    expect(second.body).toEqual(first.body)
  })

  test('is done in the name and with the rank of its creator', async () => {
    const { owner, join, keyOf } = await world()
    const scopes = [
      'users.read',
      'users.update',
      'users.suspend',
      'invitations.create',
      'webhooks.read',
      'files.read',
    ]
    const key = await keyOf(owner, scopes)
    const developer = await join('developer')
    expect((await key.put(`/users/${developer.id}/suspend`, { reason: 'Left' })).status).toBe(200)
    const email = `guest-${key.id}@example.com`
    const invited = await key.post('/invitations', { email, roles: ['member'] })
    expect(invited.data.inviter).toMatchObject({ id: owner.id })
    const weak = await keyOf(await join('manager', 'developer'), ['users.update'])
    expect((await weak.patch(`/users/${owner.id}`, { name: 'X' })).code).toBe('insufficient_rank')
  })

  test('cannot exceed its scopes', async () => {
    const { owner, join, keyOf } = await world()
    const scopes = ['users.read', 'users.update', 'users.suspend', 'users.create', 'roles.assign']
    const key = await keyOf(owner, [
      ...scopes,
      'invitations.create',
      'roles.create',
      'users.delete',
    ])
    const colleague = await join('owner')
    const email = `taken-over-${key.id}@example.com`
    const refused = await Promise.all([
      key.patch(`/users/${owner.id}`, { email }),
      key.patch(`/users/${owner.id}`, { roles: ['owner'] }),
      key.put(`/users/${owner.id}/suspend`, {}),
      key.delete(`/users/${owner.id}`),
      key.patch(`/users/${colleague.id}`, { email }),
      key.post('/users', { name: 'Me', email, password: PASSWORD, roles: ['owner'] }),
      key.post('/invitations', { email, roles: ['owner'] }),
      key.post('/roles', { name: 'mine', permissions: ['audit_logs.read'] }),
    ])
    expect(refused.map(({ code }) => code)).toEqual([
      'forbidden',
      'validation_error',
      'validation_error',
      'validation_error',
      'insufficient_rank',
      'role_not_assignable',
      'role_not_assignable',
      'permission_not_grantable',
    ])
    expect((await owner.get(`/users/${colleague.id}`)).data.email).toBe(colleague.email)
  })
})

describe('a key is limited by', () => {
  test('its IP addresses; a refusal is audited once per minute', async () => {
    const { owner, keyOf, travel, platform } = await world()
    const key = await keyOf(owner, ['users.read'], { allowed_ips: ['203.0.113.0/24'] })
    const refusals = async () =>
      (await owner.get('/audit_logs?action=api_key.access_denied&per_page=100')).data
    const responses = await Promise.all([1, 2, 3].map(() => key.get('/users')))
    expect(responses.map(({ status, code }) => [status, code])).toEqual(
      Array(3).fill([403, 'ip_not_allowed']),
    )
    const [entry, ...more] = await refusals()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      resource_id: key.id,
      risk_level: 'high',
      status: 'error',
      source: 'api',
      ip_address: '127.0.0.1',
      user: { id: owner.id },
    })
    await platform.forgetLocally({ everyone: true })
    await key.get('/users')
    expect(await refusals()).toHaveLength(1)
    travel(2)
    await key.get('/users')
    expect(await refusals()).toHaveLength(2)
    await owner.patch(`/api_keys/${key.id}`, { allowed_ips: ['203.0.113.0/24', '127.0.0.1'] })
    expect((await key.get('/users')).status).toBe(200)
    await keyUsageOf(platform).flush()
    expect((await owner.get(`/api_keys/${key.id}`)).data.usage_count).toBe(1)
  })

  test('its own rate limit, in either header', async () => {
    const { owner, keyOf, as, visitor } = await world({ limits: true })
    const key = await keyOf(owner, ['users.read'], { rate_limit_per_minute: 2 })
    const first = await key.get('/users')
    expect(first.headers['ratelimit-policy']).toBe('"key_minute";q=2;w=60')
    expect(first.headers.ratelimit).toMatch(/^"key_minute";r=1;t=\d+$/)
    await visitor.get('/users', { authorization: `Bearer ${key.value}` })
    const third = await as(key.value).get('/users')
    expect([third.status, third.code]).toEqual([429, 'rate_limited'])
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
    const general = await (await keyOf(owner, ['users.read'])).get('/users')
    expect(general.headers['ratelimit-policy']).toBe('"key_minute";q=1200;w=60')
  })

  test('its monthly quota, even after a restart; the quota resets next month', async () => {
    const { owner, keyOf, platform, travel } = await world()
    const key = await keyOf(owner, ['users.read'], { monthly_quota: 3 })
    const codes = await Promise.all(
      Array.from({ length: 5 }, async () => (await key.get('/users')).status),
    )
    expect(codes.sort()).toEqual([200, 200, 200, 429, 429])
    await keyUsageOf(platform).flush()
    await platform.forgetLocally({ everyone: true })
    const refused = await key.get('/users')
    expect(refused.code).toBe('quota_exceeded')
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(31 * 24 * 3600)
    await keyUsageOf(platform).flush()
    const { data } = await owner.get(`/api_keys/${key.id}`)
    expect([data.quota_used, data.usage_count]).toEqual([3, 6])
    travel(32 * 24 * 60)
    expect((await key.get('/users')).status).toBe(200)
  })
})
