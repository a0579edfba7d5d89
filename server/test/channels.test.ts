import { notifyUsers } from '@powernode/modules/messaging/domains/notifications/notification.ts'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CABLE_CHANNEL } from '../platform/channels.ts'
import { Shape } from '../platform/http/shapes.ts'
import { unaudited } from './rows.ts'
import { type TestUser, world } from './world.ts'

interface Message {
  type: string
}

let here: Awaited<ReturnType<typeof world>>
let listener: pg.Client
const heard: Message[] = []

beforeAll(async () => {
  here = await world()
  listener = new pg.Client({ connectionString: here.platform.pool.options.connectionString })
  listener.on('notification', ({ payload = '' }) => {
    const { message } = JSON.parse(payload) as { message?: string }
    if (message) heard.push(JSON.parse(message))
  })
  await listener.connect()
  await listener.query(`listen ${CABLE_CHANNEL}`)
})
afterAll(() => listener?.end())

const ajv = (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv({ strict: false }))

async function triggerAll({ owner, worker }: typeof here, admin: TestUser) {
  await owner.post('/users', { name: 'Told', email: `told-${owner.id}@example.com` })
  const { data } = await worker.post('/alerts', { type: 'documented' })
  await admin.post(`/admin/alerts/${data.id}/acknowledge`, {})
  await admin.post(`/admin/alerts/${data.id}/resolve`, {})
  await admin.patch('/notifications/preferences', {
    preferences: [{ kind: 'user_joined', channel: 'mail', enabled: false }],
  })
  const content = { title: 'T', message: 'M', severity: 'info', category: 'people' } as const
  await unaudited(owner.ctx, async (tx) => {
    await notifyUsers(tx, [admin.id], {
      ...content,
      notification_type: 'announcement',
      action_url: null,
    })
  })
  const { data: rows } = await admin.get('/notifications')
  await admin.post(`/notifications/${rows[0].id}/read`)
  await admin.delete(`/notifications/${rows[0].id}`)
  await admin.post('/notifications/read_all')
  await admin.post('/admin/services', {
    name: 'Shop',
    kind: 'outside',
    check_type: 'tcp',
    host: 'shop.example.com',
    port: 443,
  })
}

test('channels send messages as documented', async () => {
  const admin = await here.join('owner', 'admin')
  await triggerAll(here, admin)
  const documented = new Map(
    Object.values(here.platform.composition.channels).flatMap(({ messages }) =>
      Object.entries(messages).map(([type, { fields }]) => [type, Shape(fields)] as const),
    ),
  )
  const types = () => [...new Set(heard.map(({ type }) => type))].sort()
  await expect
    .poll(types)
    .toEqual(
      expect.arrayContaining([
        'alert_acknowledged',
        'alert_resolved',
        'alert_triggered',
        'new_notification',
        'notification_dismissed',
        'notification_read',
        'notifications_read_all',
        'preferences_updated',
        'services_changed',
      ]),
    )
  for (const { type, ...fields } of heard) {
    const schema = documented.get(type)
    expect(schema, `${type} is documented`).toBeDefined()
    expect(ajv.validate(schema ?? {}, fields), `${type}: ${ajv.errorsText()}`).toBe(true)
  }
})
