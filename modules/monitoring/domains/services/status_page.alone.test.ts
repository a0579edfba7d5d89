import { monitoringWorld, REFUSED } from '@powernode/server/test/service_checks.ts'
import { expect, test } from 'vitest'

const SECRETS = /shop\.example|10\.0\.0\.7|refused|Hidden|Inside name|[0-9a-f]{8}-[0-9a-f]{4}-/

test('is not there until it is switched on, and gone when it is switched off', async () => {
  const { admin, visitor } = await monitoringWorld()
  const off = await visitor.get('/status')
  expect(off).toMatchObject({ status: 404, code: 'not_found' })
  await admin.patch('/admin_settings', { status_page_enabled: true })
  expect((await visitor.get('/status')).status).toBe(200)
  await admin.patch('/admin_settings', { status_page_enabled: false })
  expect((await visitor.get('/status')).status).toBe(404)
})

test('tells of public services how they are, and nothing else', async () => {
  const { admin, visitor, watch, found, travel } = await monitoringWorld()
  await admin.patch('/admin_settings', { status_page_enabled: true, maintenance_mode: true })
  const shown = { on_status_page: true, failure_threshold: 1, position: 2 }
  const first = await watch({ ...shown, name: 'Inside name', public_name: 'Shop' })
  const inside = { kind: 'internal', check_type: 'tcp', host: '10.0.0.7', port: 25, url: undefined }
  const second = await watch({ ...shown, ...inside, name: 'Post', position: 1 })
  const third = await watch({ name: 'Hidden', failure_threshold: 1 })
  await found(first.id, REFUSED)
  await found(second.id)
  await found(third.id, REFUSED)
  travel(1)
  const { data, body } = await visitor.get('/status')
  expect(data.state).toBe('down')
  expect(data.services).toMatchObject([
    { name: 'Post', state: 'up', uptime_90d: 100 },
    { name: 'Shop', state: 'down', uptime_90d: 0 },
  ])
  expect(data.services[0].days).toHaveLength(90)
  expect(data.incidents).toMatchObject([{ service: 'Shop', ended_at: null }])
  expect(JSON.stringify({ ...body, request_id: '' })).not.toMatch(SECRETS)

  await found(first.id)
  await admin.patch(`/admin/services/${second.id}`, { paused: true })
  travel(1)
  const { data: later } = await visitor.get('/status')
  expect(later.state).toBe('up')
  expect(later.services[0].state).toBe('unknown')
  expect(later.incidents[0].ended_at).not.toBeNull()
  await admin.patch('/admin_settings', { maintenance_mode: false })
})

test('is put together once for all who ask within a few seconds', async () => {
  const { admin, visitor, watch, travel } = await monitoringWorld()
  await admin.patch('/admin_settings', { status_page_enabled: true })
  travel(10)
  const [one, other] = await Promise.all([visitor.get('/status'), visitor.get('/status')])
  expect(one.data).toEqual(other.data)
  await watch({ on_status_page: true })
  expect((await visitor.get('/status')).data).toEqual(one.data)
  travel(11)
  expect((await visitor.get('/status')).data.services.length).toBe(one.data.services.length + 1)
})
