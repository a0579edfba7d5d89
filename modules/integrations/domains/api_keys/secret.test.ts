import { world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'
import { newKey } from './key_material.ts'
import { keyUsageOf } from './key_usage.ts'

describe('regenerating a key', () => {
  test('returns a new secret with the same permissions, and revokes the old one immediately', async () => {
    const { owner, keyOf, as } = await world()
    const old = await keyOf(owner, ['users.read'], { environment: 'test' })
    const { data } = await owner.post(`/api_keys/${old.id}/regenerate`, {})
    expect(data).toMatchObject({
      id: old.id,
      scopes: ['users.read'],
      previous_key_expires_at: null,
    })
    expect(data.key_value).toMatch(/^pk_test_/)
    expect((await as(data.key_value).get('/users')).status).toBe(200)
    expect((await old.get('/users')).code).toBe('api_key_revoked')
  })

  test('keeps both valid during the requested grace period', async () => {
    const { owner, keyOf, as, travel } = await world()
    const old = await keyOf(owner, ['users.read'])
    const grace = { grace_period_seconds: 600 }
    const { data } = await owner.post(`/api_keys/${old.id}/regenerate`, grace)
    expect(Date.parse(data.previous_key_expires_at)).toBeGreaterThan(Date.now() + 590_000)
    for (const key of [old, as(data.key_value)]) expect((await key.get('/users')).status).toBe(200)
    travel(11)
    expect((await old.get('/users')).code).toBe('api_key_revoked')
    expect((await as(data.key_value).get('/users')).status).toBe(200)
    expect((await owner.get(`/api_keys/${old.id}`)).data.previous_key_expires_at).toBeNull()
    const tooLong = await owner.post(`/api_keys/${old.id}/regenerate`, {
      grace_period_seconds: 86_401,
    })
    expect(tooLong.errors).toHaveProperty('grace_period_seconds')
  })

  test('ends the current grace period, as revoking does', async () => {
    const { owner, keyOf, as } = await world()
    const first = await keyOf(owner, ['users.read'])
    const again = (id: string) =>
      owner.post(`/api_keys/${id}/regenerate`, { grace_period_seconds: 600 })
    const second = (await again(first.id)).data
    const third = (await again(first.id)).data
    expect((await first.get('/users')).status).toBe(401)
    expect((await as(second.key_value).get('/users')).status).toBe(200)
    await owner.post(`/api_keys/${first.id}/toggle_status`)
    await owner.post(`/api_keys/${first.id}/toggle_status`)
    expect((await as(second.key_value).get('/users')).code).toBe('api_key_revoked')
    expect((await as(third.key_value).get('/users')).status).toBe(200)
  })

  test('keeps a revoked key revoked, so that a leaked key can be replaced before it is activated', async () => {
    const { owner, keyOf, as } = await world()
    const leaked = await keyOf(owner, ['users.read'])
    await owner.post(`/api_keys/${leaked.id}/toggle_status`)
    const { data } = await owner.post(`/api_keys/${leaked.id}/regenerate`, {
      grace_period_seconds: 600,
    })
    expect([data.status, data.previous_key_expires_at]).toEqual(['revoked', null])
    await owner.post(`/api_keys/${leaked.id}/toggle_status`)
    expect((await leaked.get('/users')).status).toBe(401)
    expect((await as(data.key_value).get('/users')).status).toBe(200)
  })

  test('by two users concurrently leaves one valid key', async () => {
    const { owner, keyOf, as } = await world()
    const { id } = await keyOf(owner, ['users.read'])
    const responses = await Promise.all(
      Array.from({ length: 4 }, () => owner.post(`/api_keys/${id}/regenerate`, {})),
    )
    const keys = responses.filter(({ status }) => status === 200).map(({ data }) => data.key_value)
    const live = await Promise.all(keys.map(async (key) => (await as(key).get('/users')).status))
    expect(live.filter((status) => status === 200)).toHaveLength(1)
    for (const { status, code } of responses) {
      if (status !== 200) expect([status, code]).toEqual([409, 'conflict'])
    }
    const { meta } = await owner.get(`/audit_logs?action=api_key.regenerated&resource_id=${id}`)
    expect(meta.total_count).toBe(keys.length)
  })
})

test('concurrent toggles by two users apply once and are audited once', async () => {
  const { owner, keyOf } = await world()
  const { id } = await keyOf(owner, ['users.read'])
  const responses = await Promise.all(
    [1, 2, 3].map(() => owner.post(`/api_keys/${id}/toggle_status`)),
  )
  const done = responses.filter(({ status }) => status === 200).length
  expect(responses.filter(({ code }) => code === 'conflict')).toHaveLength(3 - done)
  const { data, meta } = await owner.get('/audit_logs?action=api_key.status_changed')
  expect(meta.total_count).toBe(done)
  const { status } = (await owner.get(`/api_keys/${id}`)).data
  expect(status).toBe(done % 2 === 1 ? 'revoked' : 'active')
  expect(data[0].new_values).toEqual({ status })
})

describe('validating a key', () => {
  test('returns its status without using it', async () => {
    const { owner, member, keyOf, stranger, travel, platform } = await world()
    const validate = async (key: string) => (await owner.post('/api_keys/validate', { key })).data
    const expires_at = new Date(Date.now() + 5 * 60_000).toISOString()
    const key = await keyOf(owner, ['users.read'], { expires_at })
    expect(await validate(key.value)).toMatchObject({
      valid: true,
      code: 'valid',
      reason: null,
      api_key: { id: key.id, scopes: ['users.read'] },
    })
    const foreign = await keyOf(await stranger(), ['users.read'])
    const codes = async (...keys: string[]) =>
      Promise.all(
        keys.map(async (one) => [(await validate(one)).code, (await validate(one)).api_key]),
      )
    expect(await codes('hello', `${key.value}x`, newKey('live'), foreign.value)).toEqual([
      ['malformed', null],
      ['malformed', null],
      ['not_found', null],
      ['not_found', null],
    ])
    await owner.post(`/api_keys/${key.id}/toggle_status`)
    expect((await validate(key.value)).code).toBe('revoked')
    await owner.post(`/api_keys/${key.id}/toggle_status`)
    travel(6)
    expect((await validate(key.value)).code).toBe('expired')

    await keyUsageOf(platform).flush()
    expect((await owner.get(`/api_keys/${key.id}`)).data.usage_count).toBe(0)
    expect((await owner.post('/api_keys/validate', { key: '' })).errors).toHaveProperty('key')
    expect((await (await member()).post('/api_keys/validate', { key: 'x' })).status).toBe(403)
  })

  test('reports an inactive creator and an exceeded quota', async () => {
    const { owner, join, keyOf } = await world()
    const creator = await join('developer')
    const key = await keyOf(creator, ['users.read'], { monthly_quota: 1 })
    const validate = async () => (await owner.post('/api_keys/validate', { key: key.value })).data
    await key.get('/users')
    expect((await validate()).code).toBe('quota_exceeded')
    await owner.put(`/users/${creator.id}/suspend`, {})
    expect(await validate()).toMatchObject({ valid: false, code: 'forbidden' })
  })
})
