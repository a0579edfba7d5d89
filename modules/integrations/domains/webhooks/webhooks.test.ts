import { type EventType, eventDefinitions, eventTypes } from '@powernode/contract/events.ts'
import {
  prepare,
  receiverUrl,
  rename,
  reportDeliveries,
  turnsOf,
  webhookOf,
} from '@powernode/server/test/deliveries.ts'
import { world } from '@powernode/server/test/world.ts'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { Webhook as Receiver } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'

test('only accounts of platform administrators are offered events about the server', async () => {
  const { owner, join, stranger } = await world()
  const offered = async (client: typeof owner) => {
    const { data } = await client.get('/webhooks/available_events?per_page=100')
    return data.map(({ type }: { type: string }) => type)
  }
  const other = await stranger()
  expect(await offered(other)).toContain('user.created')
  expect(await offered(other)).not.toContain('alert.triggered')
  const admin = await join('owner', 'admin')
  expect(await offered(admin)).toEqual(expect.arrayContaining(['user.created', 'alert.triggered']))
})

describe('a webhook', () => {
  test('shows its secret only when it is created', async () => {
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
  ])('is refused for %s', async (target) => {
    const { owner } = await world()
    const response = await owner.post('/webhooks', { url: target })
    expect(response.status).toBe(422)
    expect(response.errors).toHaveProperty('url')
    expect((await owner.get('/webhooks')).meta.total_count).toBe(0)
  })

  test('refuses an event that does not exist', async () => {
    const { owner } = await world()
    const response = await owner.post('/webhooks', {
      url: receiverUrl,
      event_types: ['user.exploded'],
    })
    expect(response.status).toBe(422)
  })

  test('of another account cannot be read, changed, tested or replayed', async () => {
    const { owner, stranger } = await world()
    const { id } = await webhookOf(owner)
    await rename(owner)
    const other = await stranger()
    expect((await other.get(`/webhooks/deliveries?webhook_id=${id}`)).data).toEqual([])
    expect((await other.get(`/webhooks/stats?webhook_id=${id}`)).data.deliveries_today).toBe(0)
    expect((await other.get('/webhooks/stats')).data.total_webhooks).toBe(0)
    for (const since of ['2020-01-01T00:00:00Z', new Date().toISOString()]) {
      expect((await other.post(`/webhooks/${id}/replay`, { since })).status).toBe(404)
    }
    const replayed = await other.post('/webhooks/retry_failed', { webhook_id: id })
    expect(replayed.errors).toEqual({ webhook_id: ['is not a webhook'] })
    const { data: entries } = await other.get('/audit_logs?action=webhook.deliveries_replayed')
    expect(entries).toEqual([])
    expect((await other.post(`/webhooks/${id}/toggle_status`)).status).toBe(404)
    expect((await owner.get(`/webhooks/${id}`)).data.status).toBe('active')
  })

  test('gets all events except those about itself', async () => {
    const { owner } = await world()
    const { id } = await webhookOf(owner)
    const other = await webhookOf(owner)
    await owner.patch(`/webhooks/${id}`, { description: 'Changed' })
    const { data } = await owner.get('/webhooks/deliveries')
    const heard = data.map((one: { event_type: string; webhook: { id: string } }) => [
      one.event_type,
      one.webhook.id,
    ])
    expect(heard).toEqual([
      ['webhook.updated', other.id],
      ['webhook.created', id],
    ])
  })

  test('applies every toggle, even two concurrent ones', async () => {
    const { owner } = await world()
    const { id } = await webhookOf(owner)
    await Promise.all([1, 2, 3].map(() => owner.post(`/webhooks/${id}/toggle_status`)))
    expect((await owner.get(`/webhooks/${id}`)).data.status).toBe('inactive')
    const { meta } = await owner.get('/audit_logs?action=webhook.status_changed')
    expect(meta.total_count).toBe(3)
  })
})

describe('an event', () => {
  test('creates a delivery for each subscribed active webhook, in the same transaction', async () => {
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

  test('is sent signed, with the same bytes and the same id in all attempts', async () => {
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
    await reportDeliveries(here, turn, { http_status: 500 })
    const [again] = await turnsOf(here.owner)
    const [second] = await prepare(here, again ? [again] : [])
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  })

  test('is signed with both secrets until the grace period ends', async () => {
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

  test('is signed with the previous secret until its expiry, which another rotation cannot shorten', async () => {
    const here = await world()
    const { owner, travel } = here
    const { id, secret: first } = await webhookOf(owner)
    const rotate = (seconds?: number) =>
      owner.post(`/webhooks/${id}/rotate_secret`, { grace_period_seconds: seconds })
    const { data } = await rotate(600)
    const refused = await rotate(60)
    expect([refused.status, refused.code]).toEqual([409, 'invalid_transition'])
    expect(refused.body.details).toEqual({
      previous_secret_expires_at: data.previous_secret_expires_at,
    })
    const [turn] = await rename(owner)
    if (!turn) throw new Error('no delivery')
    const [sent] = await prepare(here, [turn])
    new Receiver(first).verify(sent?.body ?? '', sent?.headers ?? {})
    expect((await rotate(0)).data.previous_secret_expires_at).toBeNull()
    expect((await rotate(600)).status).toBe(200)
    travel(11)
    expect((await rotate(600)).status).toBe(200)
  })

  test('emitted by the domains matches the schema in the catalogue', async () => {
    const { owner, member, join } = await world()
    const user = await member()
    await owner.patch(`/users/${user.id}`, { name: 'Renamed' })
    await owner.post(`/users/${user.id}/suspend`, {})
    await owner.delete(`/users/${user.id}`)
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
      expect([type, ajv.validate(eventDefinitions[type as EventType].data, data)]).toEqual([
        type,
        true,
      ])
    }
  })
})
