import { once } from 'node:events'
import { confirmed, listening, type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

type World = Awaited<ReturnType<typeof world>>

async function setUp() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  await confirmed(admin)
  return { ...here, admin }
}

/** An alert reported by a worker. */
async function report({ worker }: World, fields: object = {}) {
  const { data, status } = await worker.post('/alerts', { type: 'backup_failed', ...fields })
  expect(status).toBe(201)
  return data as { id: string }
}

const notificationsOf = async (user: TestUser) =>
  (await user.get('/notifications')).data as { notification_type: string; metadata: object }[]

test('reports of a worker with the same key within an hour are counted on one alert', async () => {
  const here = await setUp()
  const { worker, admin, travel } = here
  const body = { type: 'backup_failed', summary: 'No room', dedupe_key: `key-${admin.id}` }
  const first = await worker.post('/alerts', body)
  expect(first.status).toBe(201)
  expect(first.data).toMatchObject({ type: 'backup_failed', severity: 'medium', status: 'open' })
  travel(59)
  const second = await worker.post('/alerts', { ...body, summary: 'Still no room' })
  expect([second.status, second.data]).toEqual([200, first.data])
  const stored = await here.platform.database
    .selectFrom('alerts')
    .selectAll()
    .where('id', '=', first.data.id)
    .executeTakeFirstOrThrow()
  expect(stored).toMatchObject({
    name: 'Backup failed',
    source: 'worker',
    trigger_count: 2,
    summary: 'Still no room',
  })
  travel(61)
  const late = await worker.post('/alerts', body)
  expect(late.status).toBe(201)
  expect(late.data.id).not.toBe(first.data.id)
})

test('a report after the alert was resolved opens a new one', async () => {
  const here = await setUp()
  const dedupe_key = `again-${here.admin.id}`
  const { id } = await report(here, { dedupe_key })
  await here.admin.post(`/admin/alerts/${id}/acknowledge`)
  await here.admin.post(`/admin/alerts/${id}/resolve`)
  expect((await report(here, { dedupe_key })).id).not.toBe(id)
})

test('two concurrent reports with the same key open one alert', async () => {
  const { worker, admin } = await setUp()
  const body = { type: 'race', dedupe_key: `race-${admin.id}` }
  const responses = await Promise.all(Array.from({ length: 5 }, () => worker.post('/alerts', body)))
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  expect(new Set(responses.map(({ data }) => data.id)).size).toBe(1)
  const { data } = await admin.get(`/admin/alerts/${responses[0]?.data.id}`)
  expect(data.trigger_count).toBe(5)
})

test('invalid reports are refused on the field, and the account must exist', async () => {
  const { worker } = await setUp()
  const unknown = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'
  for (const [body, field] of [
    [{}, 'type'],
    [{ type: 'x', severity: 'worst' }, 'severity'],
    [{ type: 'x', surprise: 1 }, 'surprise'],
    [{ type: 'x', account_id: unknown }, 'account_id'],
  ] as const) {
    const response = await worker.post('/alerts', body)
    expect([response.status, Object.keys(response.errors ?? {})]).toEqual([422, [field]])
  }
})

test.for([
  ['low', 0],
  ['medium', 0],
  ['high', 1],
  ['critical', 1],
] as const)(
  'a report of severity %s notifies administrators %i times, and nobody else',
  async ([severity, times]) => {
    const here = await setUp()
    const { admin, owner, mailsTo } = here
    const { id } = await report(here, { severity, summary: 'The disk is gone' })
    const own = (await notificationsOf(admin)).filter(({ metadata }) => {
      return 'alert_id' in metadata && metadata.alert_id === id
    })
    expect(own).toHaveLength(times)
    for (const { metadata } of own) expect(metadata).toMatchObject({ alert_severity: severity })
    const emails = await mailsTo(admin.email)
    expect(emails.filter(({ template }) => template === 'notification')).toHaveLength(times)
    expect((await notificationsOf(owner)).map((item) => item.notification_type)).not.toContain(
      'alert_triggered',
    )
  },
)

test('goes from open to acknowledged to resolved, with user, time and comment; any other change is a 409', async () => {
  const here = await setUp()
  const { admin } = here
  const { id } = await report(here)
  const at = (step: string, body?: object) => admin.post(`/admin/alerts/${id}/${step}`, body)
  expect((await at('resolve')).code).toBe('invalid_transition')
  const accepted = await at('acknowledge', { note: 'I am on it' })
  expect([accepted.status, accepted.data]).toMatchObject([
    200,
    { status: 'acknowledged', acknowledged_by: { id: admin.id }, note: 'I am on it' },
  ])
  expect((await at('acknowledge')).code).toBe('invalid_transition')
  const resolved = await at('resolve', { note: 'Made room' })
  expect(resolved.data).toMatchObject({
    status: 'resolved',
    resolved_by: { id: admin.id },
    note: 'Made room',
  })
  for (const step of ['resolve', 'acknowledge']) {
    expect((await at(step)).code).toBe('invalid_transition')
  }
  const { data } = await admin.get(`/admin/alerts/${id}/activities`)
  expect(data.map(({ action, note }: { action: string; note: string }) => [action, note])).toEqual([
    ['resolved', 'Made room'],
    ['acknowledged', 'I am on it'],
    ['triggered', null],
  ])
})

test('of two concurrent acknowledgements one succeeds', async () => {
  const here = await setUp()
  const other = await here.join('owner', 'admin')
  const { id } = await report(here)
  const responses = await Promise.all(
    [here.admin, other].map((client) => client.post(`/admin/alerts/${id}/acknowledge`)),
  )
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('can be filtered by status, severity and rule', async () => {
  const here = await setUp()
  const { admin } = here
  const { id } = await report(here, { severity: 'low' })
  await admin.post(`/admin/alerts/${id}/acknowledge`)
  const found = await admin.get('/admin/alerts?status=acknowledged&severity=low')
  expect(found.data.map((alert: { id: string }) => alert.id)).toContain(id)
  expect(found.meta.total_count).toBeGreaterThan(0)
  expect((await admin.get(`/admin/alerts?rule_id=${id}`)).data).toEqual([])
})

test('events go to webhooks of the administrators’ account, not to those of other accounts', async () => {
  const here = await setUp()
  const { admin, stranger } = here
  const other = await stranger()
  const url = 'https://example.com/hooks'
  for (const user of [admin, other]) {
    await user.post('/webhooks', { url, event_types: ['alert.triggered', 'alert.acknowledged'] })
  }
  const { id } = await report(here, { severity: 'low' })
  await admin.post(`/admin/alerts/${id}/acknowledge`)
  const { data } = await admin.get('/webhooks/deliveries')
  expect(data.map((row: { event_type: string }) => row.event_type)).toEqual([
    'alert.acknowledged',
    'alert.triggered',
  ])
  expect((await other.get('/webhooks/deliveries')).data).toEqual([])
})

test('are live for users with the permission, and for nobody else', async () => {
  const here = await setUp()
  const { admin, owner } = here
  const page = await listen(here, admin)
  const refused = await listen(here, owner)
  expect(refused.map(({ type }) => type)).toContain('reject_subscription')
  const { id } = await report(here, { type: 'live_one' })
  await admin.post(`/admin/alerts/${id}/acknowledge`)
  await admin.post(`/admin/alerts/${id}/resolve`)
  const received = () => page.flatMap(({ message }) => (message?.alert?.id === id ? [message] : []))
  await expect
    .poll(() => received().map(({ type }) => type))
    .toEqual(['alert_triggered', 'alert_acknowledged', 'alert_resolved'])
  expect(received()[0]?.alert).toMatchObject({
    name: 'Live one',
    alert_type: 'live_one',
    metric_name: null,
    condition: null,
    threshold_value: null,
    current_value: null,
    status: 'open',
    trigger_count: 1,
  })
})

test('are deleted 400 days after they were resolved, but not while open', async () => {
  const here = await setUp()
  const { admin, worker, travel } = here
  const old = await report(here)
  const open = await report(here)
  await admin.post(`/admin/alerts/${old.id}/acknowledge`)
  await admin.post(`/admin/alerts/${old.id}/resolve`)
  travel(401 * 24 * 60)
  expect((await worker.post('/internal/maintenance/clean_up')).data.alerts).toBeGreaterThan(0)
  const left = await here.platform.database
    .selectFrom('alerts')
    .select('id')
    .where('id', 'in', [old.id, open.id])
    .execute()
  expect(left).toEqual([{ id: open.id }])
})

interface Frame {
  type?: string
  message?: { type: string; alert?: { id: string } & Record<string, unknown> }
}

/** The frames that a user receives who subscribes to the alerts, after the confirmation. */
async function listen({ app }: World, user: TestUser) {
  const url = (await listening(app)).replace('http', 'ws')
  const socket = new WebSocket(`${url}/cable?token=${user.accessToken}`)
  const frames: Frame[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await once(socket, 'open')
  const identifier = JSON.stringify({ channel: 'AlertChannel' })
  socket.send(JSON.stringify({ command: 'subscribe', identifier }))
  await expect.poll(() => frames.some(({ type }) => type?.endsWith('_subscription'))).toBe(true)
  return frames
}
