import { type TestUser, world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { keyUsageOf } from './key_usage.ts'

async function actions(user: TestUser, id: string): Promise<string[]> {
  const { data } = await user.get(`/audit_logs?resource_id=${id}&per_page=100`)
  return data.map((entry: { action: string }) => entry.action).sort()
}

describe('a key', () => {
  test('is shown only when it is created or regenerated', async () => {
    const { owner, as, platform } = await world()
    const body = { name: 'Export', scopes: ['users.read'], description: 'Nightly' }
    const made = await owner.post('/api_keys', body, { 'idempotency-key': 'once' })
    expect(made.status).toBe(201)
    expect(made.data).toMatchObject({
      ...body,
      environment: 'live',
      status: 'active',
      masked_key: `${made.data.key_value.slice(0, 16)}...****`,
      usage_count: 0,
      created_by: { id: owner.id, name: owner.name, email: owner.email },
    })
    const again = await owner.post('/api_keys', body, { 'idempotency-key': 'once' })
    expect([again.status, again.code]).toEqual([409, 'idempotency_completed'])
    const { data } = await owner.post(`/api_keys/${made.data.id}/regenerate`, {})
    await as(data.key_value).get('/users')
    await as(data.key_value).get('/roles')
    await keyUsageOf(platform).flush()

    const { rows } = await sql<{ all: string }>`
      select schema_to_xml('public', true, false, '')::text as all`.execute(platform.database)
    for (const key of [made.data.key_value, data.key_value]) {
      expect(rows[0]?.all).toContain(key.slice(0, 16))
      expect(rows[0]?.all).not.toContain(key.slice(0, 24))
    }
    for (const path of ['/api_keys', `/api_keys/${data.id}`, '/audit_logs', '/api_keys/usage']) {
      expect(JSON.stringify((await owner.get(path)).body)).not.toContain(
        data.key_value.slice(0, 24),
      )
    }
  })

  test('cannot have permissions that its creator lacks or that require a signed-in user', async () => {
    const { owner, join } = await world()
    const developer = await join('developer')
    const refusal = async (scopes: string[], by = developer) =>
      (await by.post('/api_keys', { name: 'Key', scopes })).errors?.scopes
    expect(await refusal(['users.read', 'users.delete'])).toEqual([
      'users.delete exceeds your own permissions',
    ])
    for (const scope of ['api_keys.read', 'users.impersonate', 'admin.mails.read']) {
      expect(await refusal([scope], owner)).toEqual([`${scope} cannot be given to a key`])
    }
    expect(await refusal(['system.jobs.process', 'users.fly'])).toEqual([
      'users.fly is unknown',
      'system.jobs.process cannot be given to a key',
    ])
    expect(await refusal([])).toEqual(['must contain at least one permission'])
    expect((await owner.get('/api_keys')).data).toEqual([])
  })

  test('refuses invalid limits, IP addresses and expiry times', async () => {
    const { owner } = await world()
    const refused = async (more: object) => {
      const body = { name: 'Key', scopes: ['users.read'], ...more }
      return Object.keys((await owner.post('/api_keys', body)).errors ?? {})
    }
    const future = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString()
    expect(await refused({ name: '  ' })).toEqual(['name'])
    expect(await refused({ name: 'x'.repeat(101) })).toEqual(['name'])
    expect(await refused({ expires_at: future(-1) })).toEqual(['expires_at'])
    expect(await refused({ expires_at: future(3660) })).toEqual(['expires_at'])
    expect(await refused({ allowed_ips: ['10.0.0.0/8', 'localhost'] })).toEqual(['allowed_ips'])
    expect(await refused({ allowed_ips: Array(51).fill('10.0.0.1') })).toEqual(['allowed_ips'])
    expect(await refused({ rate_limit_per_minute: 0 })).toEqual(['rate_limit_per_minute'])
    expect(await refused({ monthly_quota: -1 })).toEqual(['monthly_quota'])
    expect(await refused({ environment: 'staging' })).toEqual(['environment'])
    expect(await refused({ usage_count: 3 })).toEqual(['usage_count'])
    expect(await refused({ expires_at: future(3600), environment: 'test' })).toEqual([])
  })

  test('expires, and a later expiry makes it valid again', async () => {
    const { owner, keyOf, travel } = await world()
    const expires_at = new Date(Date.now() + 10 * 60_000).toISOString()
    const key = await keyOf(owner, ['users.read'], { expires_at })
    expect((await key.get('/users')).status).toBe(200)
    const found = async (expiry: string) => {
      const { data } = await owner.get(`/api_keys?expiry=${expiry}`)
      return data.map(({ id }: { id: string }) => id)
    }
    expect([await found('soon'), await found('while_used')]).toEqual([[key.id], []])
    await keyUsageOf(owner.ctx.platform).flush()
    travel(11)
    expect((await key.get('/users')).code).toBe('api_key_expired')
    expect((await owner.get(`/api_keys/${key.id}`)).data.status).toBe('expired')
    expect([await found('soon'), await found('while_used')]).toEqual([[], [key.id]])
    expect((await owner.post(`/api_keys/${key.id}/toggle_status`)).code).toBe('invalid_transition')
    await owner.patch(`/api_keys/${key.id}`, { expires_at: null })
    expect((await key.get('/users')).status).toBe(200)
  })

  test('can be revoked and activated again, and is unknown after deletion', async () => {
    const { owner, keyOf } = await world()
    const key = await keyOf(owner, ['users.read'])
    const toggle = async () => (await owner.post(`/api_keys/${key.id}/toggle_status`)).data.status
    expect(await toggle()).toBe('revoked')
    expect((await key.get('/users')).code).toBe('api_key_revoked')
    expect(await toggle()).toBe('active')
    expect((await key.get('/users')).status).toBe(200)
    await owner.delete(`/api_keys/${key.id}`)
    expect((await key.get('/users')).code).toBe('invalid_api_key')
    expect((await owner.get(`/api_keys/${key.id}`)).status).toBe(404)
  })

  test('a request for a status is not undone when it is repeated', async () => {
    const { owner, keyOf } = await world()
    const key = await keyOf(owner, ['users.read'])
    const become = async (status: string) =>
      (await owner.post(`/api_keys/${key.id}/toggle_status`, { status })).data.status
    expect([await become('revoked'), await become('revoked')]).toEqual(['revoked', 'revoked'])
    expect((await key.get('/users')).code).toBe('api_key_revoked')
    expect([await become('active'), await become('active')]).toEqual(['active', 'active'])
    expect((await owner.get('/audit_logs?action=api_key.status_changed')).data).toHaveLength(2)
  })

  test('writes one audit row and one event per change', async () => {
    const { owner, keyOf } = await world()
    const { id } = await keyOf(owner, ['users.read'])
    await owner.patch(`/api_keys/${id}`, { name: 'Renamed', allowed_ips: ['10.0.0.1'] })
    await owner.put(`/api_keys/${id}`, { expires_at: null })
    await owner.post(`/api_keys/${id}/regenerate`, {})
    await owner.post(`/api_keys/${id}/toggle_status`)
    await owner.delete(`/api_keys/${id}`)
    const expected = ['created', 'deleted', 'regenerated', 'status_changed', 'updated', 'updated']
    const names = expected.map((verb) => `api_key.${verb}`)
    expect(await actions(owner, id)).toEqual(names)
    const events = await owner.ctx
      .own('events')
      .select()
      .select(['type', 'data'])
      .where('type', 'like', 'api_key.%')
      .execute()
    expect(events.map(({ type }) => type).sort()).toEqual(names)
    expect(events.every(({ data }) => data.id === id && typeof data.name === 'string')).toBe(true)
  })
})

describe('a key of another user', () => {
  test('gets no scope that its creator or the caller lacks', async () => {
    const { owner, join, keyOf } = await world()
    const developer = await join('developer')
    const { id } = await keyOf(owner, ['users.read'])
    const scopes = (by: TestUser, key: string, requested: string[]) =>
      by.patch(`/api_keys/${key}`, { scopes: requested })
    expect((await scopes(developer, id, ['users.read', 'users.delete'])).status).toBe(422)
    expect((await scopes(owner, id, ['users.read', 'users.delete'])).status).toBe(200)
    expect((await scopes(developer, id, ['users.delete'])).status).toBe(200)
    const developerKey = await keyOf(developer, ['users.read'])
    expect((await scopes(owner, developerKey.id, ['users.delete'])).errors?.scopes).toEqual([
      'users.delete exceeds the permissions of the user who created the key',
    ])
  })

  test('cannot be regenerated by users with fewer permissions', async () => {
    const { owner, join, keyOf } = await world()
    const developer = await join('developer')
    const key = await keyOf(owner, ['users.read', 'users.delete'])
    const response = await developer.post(`/api_keys/${key.id}/regenerate`, {})
    expect([response.status, response.code]).toEqual([403, 'permission_not_grantable'])
    expect(response.body.details).toEqual({ beyond: ['users.delete'] })
    expect((await key.get('/users')).status).toBe(200)
  })

  test('cannot be changed while impersonating', async () => {
    const { owner, join, keyOf, as } = await world()
    const target = await join('owner')
    const { id } = await keyOf(owner, ['users.read'])
    const { data } = await owner.post('/impersonations', { user_id: target.id, reason: 'Ticket' })
    const impersonated = as(data.token)
    const writes = [
      impersonated.post('/api_keys', { name: 'Key', scopes: ['users.read'] }),
      impersonated.patch(`/api_keys/${id}`, { name: 'Mine' }),
      impersonated.post(`/api_keys/${id}/regenerate`, {}),
      impersonated.post(`/api_keys/${id}/toggle_status`),
      impersonated.delete(`/api_keys/${id}`),
    ]
    for (const response of await Promise.all(writes)) {
      expect(response.code).toBe('impersonation_restricted')
    }
    expect((await impersonated.get(`/api_keys/${id}`)).status).toBe(200)
  })
})

test('the list can be filtered and searched, and counts only keys of the account', async () => {
  const { owner, stranger, keyOf, travel } = await world()
  await keyOf(await stranger(), ['users.read'])
  const soon = new Date(Date.now() + 60_000).toISOString()
  await keyOf(owner, ['users.read'], { name: 'Expiring', expires_at: soon })
  const revoked = await keyOf(owner, ['users.read'], { name: 'Old 100% done' })
  await owner.post(`/api_keys/${revoked.id}/toggle_status`)
  await keyOf(owner, ['users.read'], { name: 'Probe', environment: 'test' })
  const names = async (query: string) => {
    const { data } = await owner.get(`/api_keys?sort=name&${query}`)
    return data.map((key: { name: string }) => key.name)
  }
  expect(await names('')).toEqual(['Expiring', 'Old 100% done', 'Probe'])
  expect(await names('status=revoked')).toEqual(['Old 100% done'])
  expect(await names('environment=test')).toEqual(['Probe'])
  expect(await names('search=0%25')).toEqual(['Old 100% done'])
  expect(await names('search=pk_test_')).toEqual(['Probe'])
  travel(2)
  const { meta } = await owner.get('/api_keys')
  expect(meta.stats).toEqual({
    total_keys: 3,
    active_keys: 1,
    revoked_keys: 1,
    expired_keys: 1,
    requests_today: 0,
  })
})

test('scopes are described, and show whether the caller has them', async () => {
  const { owner, join } = await world()
  const manager = await join('manager')
  const { data } = await manager.get('/api_keys/scopes?per_page=100')
  const scope = (name: string) => data.find((one: { name: string }) => one.name === name)
  expect(scope('users.read')).toEqual({
    name: 'users.read',
    description: 'See users of the account',
    resource: 'users',
    held: true,
  })
  expect(scope('users.delete').held).toBe(false)
  const person = /^(api_keys|admin|system|impersonations)\.|impersonate/
  expect(data.filter((one: { name: string }) => person.test(one.name))).toEqual([])
  const all = (await owner.get('/api_keys/scopes?per_page=100')).data
  expect(all.every((one: { held: boolean }) => one.held)).toBe(true)
})

test('the account’s usage counts active keys', async () => {
  const { owner, keyOf } = await world()
  const { id } = await keyOf(owner, ['users.read'])
  await keyOf(owner, ['users.read'])
  await owner.post(`/api_keys/${id}/toggle_status`)
  const { data } = await owner.get('/accounts/usage')
  expect(data.max_api_keys).toMatchObject({ current: 1, unlimited: true })
})
