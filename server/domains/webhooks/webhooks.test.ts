import { type EventType, events, eventTypes } from '@powernode/contract/events.ts'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { Webhook as Receiver } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { type Person, world } from '../../test/world.ts'

type World = Awaited<ReturnType<typeof world>>

const url = 'https://example.com/hooks'

async function webhookOf(owner: Person, input: object = {}) {
  const { data, status } = await owner.post('/webhooks', { url, ...input })
  expect(status).toBe(201)
  return data as { id: string; secret: string }
}

/** Causes one event, and finds the turns of its deliveries as their jobs would name them. */
async function rename(owner: Person, name = 'Renamed') {
  await owner.patch('/accounts/current', { name })
  return turnsOf(owner)
}

function turnsOf(owner: Person) {
  return owner.ctx
    .own('webhook_deliveries')
    .select()
    .select(['id as delivery_id', 'turn'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

interface Turn {
  delivery_id: string
  turn: number
}

async function prepare({ worker }: World, deliveries: Turn[]) {
  const { data } = await worker.post('/internal/webhook_deliveries/prepare', { deliveries })
  return data.requests as ({ url: string; headers: Record<string, string>; body: string } | null)[]
}

function report({ worker }: World, turn: Turn, outcome: object) {
  const outcomes = [{ ...turn, response_time_ms: 12, ...outcome }]
  return worker.post('/internal/webhook_deliveries/outcomes', { outcomes })
}

async function newest(owner: Person) {
  const { data } = await owner.get('/webhooks/deliveries')
  return data[0]
}

describe('a webhook', () => {
  test('shows its secret when it is made, and never again', async () => {
    const { owner } = await world()
    const { id, secret } = await webhookOf(owner)
    expect(secret).toMatch(/^whsec_/)
    await owner.patch(`/webhooks/${id}`, { description: 'Orders' })
    for (const path of [`/webhooks/${id}`, '/webhooks', '/audit_logs', '/webhooks/deliveries']) {
      expect(JSON.stringify((await owner.get(path)).body)).not.toContain(secret.slice(6))
    }
    const events = await owner.ctx.own('events').select().select('data').execute()
    expect(JSON.stringify(events)).not.toContain(secret.slice(6))
  })

  test.each([
    'http://example.com/hooks',
    'https://127.0.0.1/',
    'https://[::ffff:10.0.0.1]/',
    'https://user:password@example.com/',
    'not a url',
  ])('is not made for %s', async (target) => {
    const { owner } = await world()
    const answer = await owner.post('/webhooks', { url: target })
    expect(answer.status).toBe(422)
    expect(answer.errors).toHaveProperty('url')
    expect((await owner.get('/webhooks')).meta.total_count).toBe(0)
  })

  test('refuses an event that does not exist', async () => {
    const { owner } = await world()
    const answer = await owner.post('/webhooks', { url, event_types: ['user.exploded'] })
    expect(answer.status).toBe(422)
  })

  test('of another account cannot be seen, changed, tried or replayed', async () => {
    const { owner, stranger } = await world()
    const { id } = await webhookOf(owner)
    await rename(owner)
    const other = await stranger()
    expect((await other.get(`/webhooks/deliveries?webhook_id=${id}`)).data).toEqual([])
    expect((await other.get(`/webhooks/stats?webhook_id=${id}`)).data.deliveries_today).toBe(0)
    expect((await other.get('/webhooks/stats')).data.total_webhooks).toBe(0)
    const replayed = await other.post('/webhooks/retry_failed', { webhook_id: id })
    expect(replayed.data).toEqual({ queued_count: 0, matching_count: 0 })
    expect((await other.post(`/webhooks/${id}/toggle_status`)).status).toBe(404)
    expect((await owner.get(`/webhooks/${id}`)).data.status).toBe('active')
  })

  test('counts every toggle, also two at once', async () => {
    const { owner } = await world()
    const { id } = await webhookOf(owner)
    await Promise.all([1, 2, 3].map(() => owner.post(`/webhooks/${id}/toggle_status`)))
    expect((await owner.get(`/webhooks/${id}`)).data.status).toBe('inactive')
    const { meta } = await owner.get('/audit_logs?action=webhook.status_changed')
    expect(meta.total_count).toBe(3)
  })
})

describe('an event', () => {
  test('becomes a delivery for each active webhook that wants it, with the change or not at all', async () => {
    const { owner, stranger } = await world()
    const other = await stranger()
    await webhookOf(other)
    const all = await webhookOf(owner)
    const wanting = await webhookOf(owner, { event_types: ['account.updated', 'user.created'] })
    await webhookOf(owner, { event_types: ['user.created'] })
    await webhookOf(owner, { status: 'inactive' })
    await rename(owner)
    const { data } = await owner.get('/webhooks/deliveries?event_type=account.updated')
    const ids = data.map((one: { webhook: { id: string } }) => one.webhook.id).sort()
    expect(ids).toEqual([all.id, wanting.id].sort())

    const before = await turnsOf(owner)
    await owner.ctx
      .transaction(async (tx) => {
        await tx.emit('account.updated', { id: owner.accountId, changes: ['name'] })
        throw new Error('the change did not happen')
      })
      .catch(() => {})
    expect(await turnsOf(owner)).toEqual(before)
    expect((await other.get('/webhooks/deliveries')).meta.total_count).toBe(0)
  })

  test('is sent signed, as the same bytes under the same id on every try', async () => {
    const here = await world()
    const { secret } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    const [first] = await prepare(here, [turn])
    const verified = new Receiver(secret).verify(first?.body ?? '', first?.headers ?? {})
    expect(verified).toMatchObject({
      id: first?.headers['webhook-id'],
      type: 'account.updated',
      account_id: here.owner.accountId,
      data: { id: here.owner.accountId, changes: ['name'] },
    })
    await report(here, turn, { http_status: 500 })
    const [again] = await turnsOf(here.owner)
    const [second] = await prepare(here, again ? [again] : [])
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  })

  test('is signed with both secrets until the grace period is over', async () => {
    const here = await world()
    const { owner, travel } = here
    const { id, secret: before } = await webhookOf(owner)
    const rotated = await owner.post(`/webhooks/${id}/rotate_secret`, { grace_period_seconds: 600 })
    const after = rotated.data.secret
    expect(after).not.toBe(before)
    const [turn] = await rename(owner)
    if (!turn) throw new Error('no delivery')
    const [during] = await prepare(here, [turn])
    for (const secret of [before, after]) {
      new Receiver(secret).verify(during?.body ?? '', during?.headers ?? {})
    }
    travel(11)
    const [over] = await prepare(here, [turn])
    new Receiver(after).verify(over?.body ?? '', over?.headers ?? {})
    expect(() => new Receiver(before).verify(over?.body ?? '', over?.headers ?? {})).toThrow()
  })

  test('emitted by the domains has the shape that the catalogue promises', async () => {
    const { owner, member, join } = await world()
    const person = await member()
    await owner.patch(`/users/${person.id}`, { name: 'Renamed' })
    await owner.post(`/users/${person.id}/suspend`, {})
    await owner.delete(`/users/${person.id}`)
    const role = await owner.post('/roles', { name: 'support', permissions: ['users.read'] })
    await owner.patch(`/roles/${role.data.id}`, { description: 'Helps' })
    await owner.delete(`/roles/${role.data.id}`)
    const invited = await owner.post('/invitations', { email: `x-${owner.id}@example.com` })
    await owner.delete(`/invitations/${invited.data.id}`)
    await (await join('owner')).post('/auth/logout')
    const emitted = await owner.ctx.own('events').select().select(['type', 'data']).execute()
    const ajv = (addFormats as unknown as (ajv: Ajv) => Ajv)(new Ajv({ strict: false }))
    expect(new Set(emitted.map(({ type }) => type)).size).toBeGreaterThan(8)
    for (const { type, data } of emitted) {
      expect(eventTypes).toContain(type)
      expect([type, ajv.validate(events[type as EventType].data, data)]).toEqual([type, true])
    }
  })
})

describe('a delivery', () => {
  test('that succeeds is done; reporting it twice changes nothing', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    expect((await report(here, turn, { http_status: 204 })).data.recorded_count).toBe(1)
    expect((await report(here, turn, { http_status: 500 })).data.recorded_count).toBe(0)
    expect(await newest(here.owner)).toMatchObject({ status: 'successful', attempt_count: 1 })
    expect((await here.owner.get(`/webhooks/${id}`)).data).toMatchObject({
      success_count: 1,
      failure_count: 0,
    })
    expect(await prepare(here, [turn])).toEqual([null])
  })

  test('that fails is queued for the next time of the schedule, and given up after the last', async () => {
    const here = await world()
    await webhookOf(here.owner, { retry_limit: 1 })
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    await report(here, turn, { http_status: 503, retry_after_seconds: 120 })
    const failed = await newest(here.owner)
    expect(failed).toMatchObject({
      status: 'failed',
      http_status: 503,
      error_message: 'Answered 503',
    })
    expect(Date.parse(failed.next_retry_at) - Date.now()).toBeGreaterThan(110_000)
    const [again] = await turnsOf(here.owner)
    if (again) await report(here, again, { error: 'No answer in time' })
    expect(await newest(here.owner)).toMatchObject({
      status: 'max_retries_reached',
      next_retry_at: null,
      attempt_count: 2,
      error_message: 'No answer in time',
    })
    const detail = await here.owner.get(`/webhooks/deliveries/${turn.delivery_id}`)
    expect(detail.data.attempts).toHaveLength(2)
    expect(detail.data.payload).toMatchObject({ type: 'account.updated' })
  })

  test('waits while its webhook is switched off, and goes out when it is on again', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    await here.owner.post(`/webhooks/${id}/toggle_status`)
    expect(await prepare(here, [turn])).toEqual([null])
    await here.owner.post(`/webhooks/${id}/toggle_status`)
    const [resumed] = (await turnsOf(here.owner)).filter(
      (one) => one.delivery_id === turn.delivery_id,
    )
    expect(resumed?.turn).toBeGreaterThan(turn.turn)
    const [request] = await prepare(here, resumed ? [resumed] : [])
    expect(request?.url).toBe(url)
  })

  test('is put off while the circuit is open; then one probe goes first', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    for (let failures = 0; failures < 5; failures++) {
      const [turn] = await rename(here.owner, `Name ${failures}`)
      if (turn) await report(here, turn, { http_status: 500 })
    }
    expect((await here.owner.get(`/webhooks/${id}`)).data.circuit_status).toBe('open')
    const turns = await rename(here.owner, 'While it is open')
    expect(await prepare(here, turns)).toEqual(turns.map(() => null))

    here.travel(2)
    const later = await turnsOf(here.owner)
    const probes = (await prepare(here, later)).filter(Boolean)
    expect(probes).toHaveLength(1)
    expect((await here.owner.get(`/webhooks/${id}`)).data.circuit_status).toBe('half_open')
    const probe = probes[0]?.headers['webhook-id']
    const { data } = await here.owner.get(`/webhooks/deliveries?event_id=${probe}`)
    const turn = later.find((one) => one.delivery_id === data[0].id)
    if (turn) await report(here, turn, { http_status: 200 })
    expect((await here.owner.get(`/webhooks/${id}`)).data).toMatchObject({
      circuit_status: 'closed',
      consecutive_failures: 0,
    })
  })

  test('of two that ask to send it again at once, one does', async () => {
    const here = await world()
    await webhookOf(here.owner, { retry_limit: 0 })
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    await report(here, turn, { http_status: 500 })
    const path = `/webhooks/deliveries/${turn.delivery_id}/replay`
    const both = await Promise.all([
      here.owner.post(path),
      here.owner.post('/webhooks/retry_failed', {}),
      here.owner.post(path),
    ])
    const queued = both[1]?.data.queued_count ?? 0
    const replayed = [both[0], both[2]].filter((answer) => answer?.status === 200).length
    expect(queued + replayed).toBe(1)
    const [now] = await turnsOf(here.owner)
    expect(now?.turn).toBe(turn.turn + 2)
  })

  test('of a range of time is sent again whole, under the same ids', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const since = new Date(Date.now() - 1000).toISOString()
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    await report(here, turn, { http_status: 200 })
    const before = await newest(here.owner)
    const { data } = await here.owner.post(`/webhooks/${id}/replay`, {
      since,
      event_types: ['account.updated'],
    })
    expect(data.queued_count).toBe(1)
    expect(await newest(here.owner)).toMatchObject({ status: 'pending', event_id: before.event_id })
    const long_ago = new Date(Date.now() - 31 * 24 * 3600_000).toISOString()
    const refused = await here.owner.post(`/webhooks/${id}/replay`, { since: long_ago })
    expect(refused.errors).toHaveProperty('since')
  })
})

describe('a receiver', () => {
  test('that answers 410 is switched off at once, and the owners are told why', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (turn) await report(here, turn, { http_status: 410 })
    expect((await here.owner.get(`/webhooks/${id}`)).data).toMatchObject({
      status: 'inactive',
      disabled_reason: 'gone',
    })
    const [mail] = await here.mailsTo(here.owner.email)
    expect(mail).toMatchObject({ template: 'webhook_disabled' })
    expect(mail?.variables.why).toContain('410')
    const { data } = await here.owner.get('/notifications')
    expect(data[0]).toMatchObject({ notification_type: 'webhook_disabled' })
    const { data: rows } = await here.owner.get('/audit_logs?action=webhook.disabled')
    expect(rows).toHaveLength(1)
    await here.owner.post(`/webhooks/${id}/toggle_status`)
    expect((await here.owner.get(`/webhooks/${id}`)).data).toMatchObject({
      status: 'active',
      disabled_reason: null,
    })
  })

  test('that fails for five days is switched off', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (turn) await report(here, turn, { http_status: 500 })
    here.travel(5 * 24 * 60 + 1)
    const [again] = await turnsOf(here.owner)
    if (again) await report(here, again, { error: 'The connection was refused' })
    // Nobody is signed in for that long.
    const webhook = await here.owner.ctx
      .own('webhooks')
      .select()
      .select(['status', 'disabled_reason'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(webhook).toEqual({ status: 'inactive', disabled_reason: 'failing' })
  })
})

test('the statistics count what happened, day by day', async () => {
  const here = await world()
  const { id } = await webhookOf(here.owner)
  for (const http_status of [200, 200, 500]) {
    const [turn] = await rename(here.owner, `Name ${http_status} ${Math.random()}`)
    if (turn) await report(here, turn, { http_status, response_time_ms: 100 })
  }
  const { data } = await here.owner.get(`/webhooks/stats?webhook_id=${id}`)
  expect(data).toMatchObject({
    total_webhooks: 1,
    successful_today: 2,
    failed_today: 1,
    average_response_time_ms: 100,
    by_event_type: { 'account.updated': 3 },
    most_active: [{ webhook_id: id, deliveries: 3 }],
  })
  expect(data.success_rate).toBeCloseTo(66.67, 1)
  expect(data.by_day).toHaveLength(7)
  expect(data.by_day[6]).toMatchObject({ successful: 2, failed: 1, pending: 0 })
})
