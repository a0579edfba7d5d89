import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'

test('use is counted by day, route, answer and key, and shows on the key', async () => {
  const { owner, keyOf, platform } = await world()
  const [busy, idle] = [await keyOf(owner, ['users.read']), await keyOf(owner, ['roles.read'])]
  await busy.get('/users?search=secret-words')
  await busy.get(`/users/${owner.id}`)
  await busy.get('/roles')
  await idle.get('/roles')
  await platform.keyUsage.flush()
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

test('use can be narrowed to a key and to days; a foreign key was never used', async () => {
  const { owner, stranger, keyOf, platform } = await world()
  const other = await stranger()
  const [mine, theirs] = [await keyOf(owner, ['users.read']), await keyOf(other, ['users.read'])]
  for (const key of [mine, theirs]) await key.get('/users')
  await platform.keyUsage.flush()
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

test('use that was counted by several servers at once adds up, also while keys are deleted', async () => {
  const { owner, keyOf, platform } = await world()
  const keys = await Promise.all([1, 2, 3].map(() => keyOf(owner, ['users.read'])))
  await Promise.all(
    keys.map(async (key, index) => {
      await Promise.all(Array.from({ length: 5 }, () => key.get('/users')))
      if (index === 0) await owner.delete(`/api_keys/${key.id}`)
      await platform.keyUsage.flush()
    }),
  )
  const { data } = await owner.get('/api_keys?sort=usage_count')
  expect(data.map((key: { usage_count: number }) => key.usage_count)).toEqual([5, 5])
  expect((await owner.get('/api_keys/usage')).data.summary.total_requests).toBe(10)
})

test('use is kept for 400 days', async () => {
  const { owner, keyOf, worker } = await world()
  const { id } = await keyOf(owner, ['users.read'])
  const day = (ago: number) => new Date(Date.now() - ago * 24 * 3600_000)
  const line = { api_key_id: id, route: '/api/v1/users', method: 'GET', status: 200, requests: 1 }
  await owner.ctx
    .own('api_key_usage')
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
