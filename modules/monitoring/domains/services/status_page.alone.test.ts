import { monitoringWorld, REFUSED } from '@powernode/server/test/service_checks.ts'
import { expect, test } from 'vitest'

const SECRETS = /shop\.example|10\.0\.0\.7|refused|Hidden|Inside name|[0-9a-f]{8}-[0-9a-f]{4}-/

test('is 404 until it is enabled, and again when it is disabled', async () => {
  const { admin, visitor } = await monitoringWorld()
  const disabled = await visitor.get('/status')
  expect(disabled).toMatchObject({ status: 404, code: 'not_found' })
  await admin.patch('/admin_settings', { status_page_enabled: true })
  expect((await visitor.get('/status')).status).toBe(200)
  await admin.patch('/admin_settings', { status_page_enabled: false })
  expect((await visitor.get('/status')).status).toBe(404)
})

test('shows the state of public services, and nothing else', async () => {
  const { admin, visitor, watch, found, travel } = await monitoringWorld()
  await admin.patch('/admin_settings', { status_page_enabled: true, maintenance_mode: true })
  const shown = { on_status_page: true, failure_threshold: 1, position: 2 }
  const first = await watch({ ...shown, name: 'Inside name', public_name: 'Shop' })
  const internal = {
    kind: 'internal',
    check_type: 'tcp',
    host: '10.0.0.7',
    port: 25,
    url: undefined,
  }
  const second = await watch({ ...shown, ...internal, name: 'Post', position: 1 })
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

test('is computed once for all requests within a few seconds', async () => {
  const { admin, visitor, watch, travel } = await monitoringWorld()
  await admin.patch('/admin_settings', { status_page_enabled: true })
  travel(10)
  const [item, other] = await Promise.all([visitor.get('/status'), visitor.get('/status')])
  expect(item.data).toEqual(other.data)
  await watch({ on_status_page: true })
  expect((await visitor.get('/status')).data).toEqual(item.data)
  travel(11)
  expect((await visitor.get('/status')).data.services.length).toBe(item.data.services.length + 1)
})
