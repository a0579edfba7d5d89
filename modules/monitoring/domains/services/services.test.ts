import { monitoringWorld, REFUSED } from '@powernode/server/test/service_checks.ts'
import { expect, test } from 'vitest'
import { ServiceChannel } from './channel.ts'

const http = { kind: 'outside', check_type: 'http', url: 'https://shop.example.com/' }

test('a part of the installation is checked on request, and reports its state', async () => {
  const { admin, look } = await monitoringWorld()
  const { data } = await admin.get('/admin/services?search=Database')
  const { data: checked } = await admin.post(`/admin/services/${data[0].id}/check`)
  expect(checked).toMatchObject({ state: 'up', last_error: null })
  expect(await look(data[0].id)).toMatchObject({ uptime_24h: 100, uptime_90d: 100 })
})

test('fields have sensible defaults, and names are unique', async () => {
  const { admin, watch } = await monitoringWorld()
  const created = await watch({ failure_threshold: undefined })
  expect(created).toMatchObject({
    method: 'GET',
    expected_status_min: 200,
    expected_status_max: 399,
    state: 'unknown',
    timeout_seconds: 10,
    interval_seconds: 60,
    failure_threshold: 3,
    on_status_page: false,
  })
  const { errors } = await admin.post('/admin/services', { ...http, name: created.name })
  expect(errors).toEqual({ name: ['is already taken'] })
})

test.each([
  [{ check_type: 'http' }, 'url'],
  [{ check_type: 'tcp', host: 'db.example.com' }, 'port'],
  [{ check_type: 'tcp', host: 'db.example.com', port: 0 }, 'port'],
  [{ ...http, url: 'https://shop.example.com:0/' }, 'url'],
  [{ ...http, url: 'http://shop.internal:0/', kind: 'internal' }, 'url'],
  [{ check_type: 'part', kind: 'internal' }, 'part'],
  [{ check_type: 'part', kind: 'outside', part: 'disk' }, 'kind'],
  [{ ...http, host: 'db.example.com' }, 'host'],
  [{ ...http, interval_seconds: 29 }, 'interval_seconds'],
  [{ ...http, interval_seconds: 86_401 }, 'interval_seconds'],
  [{ ...http, expected_status_min: 300, expected_status_max: 299 }, 'expected_status_max'],
  [{ ...http, method: 'HEAD', expected_text: 'ok' }, 'expected_text'],
  [{ ...http, bearer_token: 'two\r\nlines' }, 'bearer_token'],
  [{ ...http, url: 'http://shop.example.com/', bearer_token: 's3cr3t' }, 'url'],
  [{ ...http, colour: 'red' }, 'colour'],
])('%j is refused on the field %s', async (input, field) => {
  const { admin } = await monitoringWorld()
  const response = await admin.post('/admin/services', { kind: 'outside', name: 'Odd', ...input })
  expect(response.status).toBe(422)
  expect(Object.keys(response.errors ?? {})).toEqual([field])
})

const addresses = ['10.0.0.7', '127.0.0.1', 'localhost', '::1', 'fd12::1', 'db.internal', 'db']

test.each(addresses)('%s can be monitored as internal, but not as external', async (host) => {
  const { admin, watch } = await monitoringWorld()
  const target = { check_type: 'tcp', host, port: 5432, url: undefined }
  await watch({ ...target, kind: 'internal' })
  const { errors } = await admin.post('/admin/services', { name: 'X', kind: 'outside', ...target })
  expect(errors).toEqual({ host: ['must not point to a private address'] })
})

test.each([
  '169.254.169.254',
  '169.254.170.2',
  'fe80::1',
  '100.100.100.200',
  'fd00:ec2::254',
  '168.63.129.16',
  '::ffff:169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0.0.0.0',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'metadata.google.internal',
  '224.0.0.1',
])('%s cannot be monitored, by connection or by request', async (host) => {
  const { admin } = await monitoringWorld()
  const name = `Metadata ${host}`
  for (const target of [
    { check_type: 'tcp', host, port: 80 },
    { check_type: 'http', url: `http://${host.includes(':') ? `[${host}]` : host}/` },
  ]) {
    const response = await admin.post('/admin/services', { name, kind: 'internal', ...target })
    expect(response.status).toBe(422)
    expect(Object.keys(response.errors ?? {})).toEqual([target.url ? 'url' : 'host'])
  }
})

test('platform administrators can monitor services; an account owner cannot even see them', async () => {
  const { owner, watch } = await monitoringWorld()
  const { id } = await watch()
  for (const response of [
    await owner.get('/admin/services'),
    await owner.get(`/admin/services/${id}`),
    await owner.post('/admin/services', { ...http, name: 'Mine' }),
    await owner.post(`/admin/services/${id}/check`),
    await owner.delete(`/admin/services/${id}`),
  ]) {
    expect(response.status).toBe(403)
  }
})

test('a bearer token is sent to the worker only', async () => {
  const { admin, watch, turnOf, prepared, platform } = await monitoringWorld()
  const created = await watch({ bearer_token: 's3cr3t-token' })
  await admin.patch(`/admin/services/${created.id}`, { bearer_token: 'n3w-s3cr3t-token' })
  const [request] = await prepared(await turnOf(created.id))
  expect(request.bearer_token).toBe('n3w-s3cr3t-token')
  const responses = await Promise.all([
    admin.get('/admin/services'),
    admin.get(`/admin/services/${created.id}`),
    admin.get('/audit_logs?per_page=100'),
  ])
  const stored = await platform.database.selectFrom('services').selectAll().execute()
  for (const text of [created, ...responses, stored].map((item) => JSON.stringify(item))) {
    expect(text).not.toContain('s3cr3t')
  }
  expect(responses[1].data.has_bearer_token).toBe(true)
})

test('a stored token must be entered again when the address changes', async () => {
  const { admin, watch, look } = await monitoringWorld()
  const { id } = await watch({ bearer_token: 's3cr3t' })
  const path = `/admin/services/${id}`
  const other = { url: 'https://thief.example.com/' }
  expect((await admin.patch(path, other)).errors).toHaveProperty('bearer_token')
  expect((await admin.patch(path, { url: 'https://shop.example.com/health' })).status).toBe(200)
  expect((await admin.patch(path, { ...other, bearer_token: 'other' })).status).toBe(200)
  await admin.patch(path, { check_type: 'tcp', host: 'shop.example.com', port: 443 })
  expect(await look(id)).toMatchObject({ url: null, has_bearer_token: false, port: 443 })
})

test('every change is in the audit log', async () => {
  const { admin, platform, watch } = await monitoringWorld()
  const { id } = await watch()
  await admin.patch(`/admin/services/${id}`, { paused: true })
  await admin.delete(`/admin/services/${id}`)
  const rows = await platform.database
    .selectFrom('audit_logs')
    .select(['action', 'old_values', 'new_values'])
    .where('resource_id', '=', id)
    .orderBy('created_at')
    .execute()
  expect(rows.map(({ action }) => action)).toEqual([
    'service.created',
    'service.updated',
    'service.deleted',
  ])
  expect(rows[1]).toMatchObject({ old_values: { paused: false }, new_values: { paused: true } })
})

test('two concurrent changes to a service are both kept', async () => {
  const { admin, watch, look } = await monitoringWorld()
  const { id } = await watch()
  const path = `/admin/services/${id}`
  await Promise.all([
    admin.patch(path, { description: 'Sells things' }),
    admin.patch(path, { interval_seconds: 300 }),
  ])
  expect(await look(id)).toMatchObject({ description: 'Sells things', interval_seconds: 300 })
})

test('a user without the permission cannot subscribe to the channel', () => {
  const may = (actor: object) => ServiceChannel.stream({ actor } as never, {})
  const user = (...permissions: string[]) => ({ kind: 'user', permissions: new Set(permissions) })
  expect(may(user('admin.services.read'))).toBe('services')
  expect(may(user('admin.services.update', 'webhooks.read'))).toBeUndefined()
  expect(may({ kind: 'worker' })).toBeUndefined()
})

test('a service that is no longer allowed can still be paused', async () => {
  const { admin, platform, watch } = await monitoringWorld()
  const { id } = await watch()
  const hidden = { url: 'http://10.0.0.7/' }
  await platform.database.updateTable('services').set(hidden).where('id', '=', id).execute()
  const path = `/admin/services/${id}`
  expect((await admin.patch(path, { paused: true })).status).toBe(200)
  expect((await admin.patch(path, { method: 'HEAD' })).errors).toHaveProperty('url')
})

test('services are counted by state in one response', async () => {
  const { admin, watch, found } = await monitoringWorld()
  const before = (await admin.get('/admin/services/stats')).data
  const { id } = await watch({ failure_threshold: 1 })
  await found(id, REFUSED)
  const after = (await admin.get('/admin/services/stats')).data
  expect(after).toMatchObject({
    total_services: before.total_services + 1,
    down: before.down + 1,
  })
})
