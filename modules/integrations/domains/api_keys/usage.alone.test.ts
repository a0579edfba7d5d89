import { atNoon } from '@powernode/server/test/clock.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createKeyUsage, keyUsageOf } from './key_usage.ts'

test('usage is counted by day, route, status and key, and shown on the key', async () => {
  atNoon()
  const { owner, keyOf, platform } = await world()
  const [busy, idle] = [await keyOf(owner, ['users.read']), await keyOf(owner, ['roles.read'])]
  await busy.get('/users?search=secret-words')
  await busy.get(`/users/${owner.id}`)
  await busy.get('/roles')
  await idle.get('/roles')
  await keyUsageOf(platform).flush()
  const { data } = await owner.get('/api_keys/usage')
  expect(data.summary).toMatchObject({ total_requests: 4, failed_requests: 1, keys_used: 2 })
  expect(data.by_day).toHaveLength(30)
  expect(data.by_day.at(-1)).toEqual({
    date: new Date().toISOString().slice(0, 10),
    requests: 4,
    errors: 1,
  })
  expect(data.by_route[0]).toEqual({
    method: 'GET',
    route: '/api/v1/roles',
    requests: 2,
    errors: 1,
  })
  expect(data.by_route.map((one: { route: string }) => one.route).sort()).toEqual([
    '/api/v1/roles',
    '/api/v1/users',
    '/api/v1/users/:id',
  ])
  expect(data.by_status).toEqual([
    { status_class: '2xx', requests: 3 },
    { status_class: '4xx', requests: 1 },
  ])
  expect(data.by_key[0]).toMatchObject({ api_key_id: busy.id, requests: 3, errors: 1 })
  const { data: key } = await owner.get(`/api_keys/${busy.id}`)
  expect(key).toMatchObject({ usage_count: 3, last_used_ip: '127.0.0.1' })
  expect(Date.parse(key.last_used_at)).toBeGreaterThan(Date.now() - 60_000)
  expect((await owner.get('/api_keys')).meta.stats.requests_today).toBe(4)
})

test('usage can be filtered by key and days; a key of another account has none', async () => {
  const { owner, stranger, keyOf, platform } = await world()
  const other = await stranger()
  const [mine, theirs] = [await keyOf(owner, ['users.read']), await keyOf(other, ['users.read'])]
  for (const key of [mine, theirs]) await key.get('/users')
  await keyUsageOf(platform).flush()
  const total = async (query: string) =>
    (await owner.get(`/api_keys/usage?${query}`)).data.summary.total_requests
  expect(await total('')).toBe(1)
  expect(await total(`api_key_id=${mine.id}`)).toBe(1)
  expect(await total(`api_key_id=${theirs.id}`)).toBe(0)
  expect(await total('date_to=2026-01-31&date_from=2026-01-01')).toBe(0)
  const { errors } = await owner.get('/api_keys/usage?date_from=yesterday')
  expect(errors).toHaveProperty('date_from')
  for (const range of ['date_from=2026-02-01&date_to=2026-01-01', 'date_from=2020-01-01']) {
    expect((await owner.get(`/api_keys/usage?${range}`)).status).toBe(422)
  }
})

const request = (apiKeyId: string) => ({
  apiKeyId,
  route: '/api/v1/users',
  method: 'GET',
  status: 200,
  ip: '192.0.2.1',
  charged: true,
})

test('counts of several servers add up, even while a key is deleted', async () => {
  const { owner, keyOf, platform } = await world()
  const keys = await Promise.all([1, 2, 3, 4].map(() => keyOf(owner, ['users.read'])))
  const servers = [1, 2, 3].map(() => createKeyUsage(platform.database, platform.log))
  for (const [at, server] of servers.entries()) {
    for (const { id } of at % 2 ? keys : keys.toReversed()) {
      for (let count = 0; count < 10; count++) server.record(request(id))
    }
  }
  const [deleted] = keys
  await Promise.all([
    owner.delete(`/api_keys/${deleted?.id}`),
    ...servers.map((server) => server.close()),
  ])
  const { data } = await owner.get('/api_keys')
  const counts = data.map((key: { usage_count: number; quota_used: number }) => [
    key.usage_count,
    key.quota_used,
  ])
  expect(counts).toEqual(Array(3).fill([30, 30]))
  const { summary } = (await owner.get('/api_keys/usage')).data
  expect(summary.total_requests).toBe(90)
})

test('counts that cannot be written are written later', async () => {
  const { owner, keyOf, platform } = await world()
  const { id } = await keyOf(owner, ['users.read'])
  const server = createKeyUsage(platform.database, platform.log)
  const used = async () => (await owner.get(`/api_keys/${id}`)).data.usage_count
  server.record(request(id))
  await sql`alter table api_key_usage rename to away`.execute(platform.database)
  await server.flush()
  await sql`alter table away rename to api_key_usage`.execute(platform.database)
  expect(await used()).toBe(0)
  server.record(request(id))
  await server.close()
  expect(await used()).toBe(2)
})

test('usage is kept for 400 days', async () => {
  const { owner, keyOf, worker } = await world()
  const { id } = await keyOf(owner, ['users.read'])
  const day = (ago: number) => new Date(Date.now() - ago * 24 * 3600_000)
  const line = { api_key_id: id, route: '/api/v1/users', method: 'GET', status: 200, requests: 1 }
  await rowsOf(owner.ctx, 'api_key_usage')
    .insert([
      { ...line, day: day(398) },
      { ...line, day: day(402) },
    ])
    .execute()
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.api_key_usage).toBe(1)
  const left = await owner.ctx.own('api_key_usage').select().select('day').execute()
  expect(left).toHaveLength(1)
})
