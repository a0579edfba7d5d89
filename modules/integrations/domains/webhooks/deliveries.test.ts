import {
  newest,
  prepare,
  receiverUrl,
  rename,
  reportDeliveries,
  turnsOf,
  webhookOf,
} from '@powernode/server/test/deliveries.ts'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

async function withProblem(user: TestUser, problem: string): Promise<string[]> {
  const { data } = await user.get(`/webhooks?problem=${problem}`)
  return data.map(({ id }: { id: string }) => id)
}

describe('a delivery', () => {
  test('is completed by a success; reporting it twice changes nothing', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    expect((await reportDeliveries(here, turn, { http_status: 204 })).data.recorded_count).toBe(1)
    expect((await reportDeliveries(here, turn, { http_status: 500 })).data.recorded_count).toBe(0)
    expect(await newest(here.owner)).toMatchObject({ status: 'successful', attempt_count: 1 })
    expect((await here.owner.get(`/webhooks/${id}`)).data).toMatchObject({
      success_count: 1,
      failure_count: 0,
    })
    expect(await prepare(here, [turn])).toEqual([null])
  })

  test('is retried on schedule after a failure until its retries are exhausted', async () => {
    const here = await world()
    await webhookOf(here.owner, { retry_limit: 1 })
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    await reportDeliveries(here, turn, { http_status: 503, retry_after_seconds: 120 })
    const failed = await newest(here.owner)
    expect(failed).toMatchObject({
      status: 'failed',
      http_status: 503,
      error_message: 'Unexpected status 503',
    })
    expect(Date.parse(failed.next_retry_at) - Date.now()).toBeGreaterThan(110_000)
    const [again] = await turnsOf(here.owner)
    if (again) await reportDeliveries(here, again, { error: 'No answer in time' })
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

  test('waits while its webhook is disabled, and is sent when it is enabled', async () => {
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
    expect(request?.url).toBe(receiverUrl)
  })

  test('is postponed while the circuit is open; then one probe is sent first', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    for (let failures = 0; failures < 5; failures++) {
      const [turn] = await rename(here.owner, `Name ${failures}`)
      if (turn) await reportDeliveries(here, turn, { http_status: 500 })
    }
    expect((await here.owner.get(`/webhooks/${id}`)).data.circuit_status).toBe('open')
    expect(await withProblem(here.owner, 'paused')).toEqual([id])
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
    if (turn) await reportDeliveries(here, turn, { http_status: 200 })
    expect((await here.owner.get(`/webhooks/${id}`)).data).toMatchObject({
      circuit_status: 'closed',
      consecutive_failures: 0,
    })
  })

  test('is resent once by two concurrent requests', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner, { retry_limit: 0 })
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    await reportDeliveries(here, turn, { http_status: 500 })
    expect(await withProblem(here.owner, 'failing')).toEqual([id])
    const path = `/webhooks/deliveries/${turn.delivery_id}/replay`
    const both = await Promise.all([
      here.owner.post(path),
      here.owner.post('/webhooks/retry_failed', {}),
      here.owner.post(path),
    ])
    const queued = both[1]?.data.queued_count ?? 0
    const replayed = [both[0], both[2]].filter((response) => response?.status === 200).length
    expect(queued + replayed).toBe(1)
    const [now] = await turnsOf(here.owner)
    expect(now?.turn).toBe(turn.turn + 2)
  })

  test('in a replayed time range is resent with the same id', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const since = new Date(Date.now() - 1000).toISOString()
    const [turn] = await rename(here.owner)
    if (!turn) throw new Error('no delivery')
    await reportDeliveries(here, turn, { http_status: 200 })
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
  test('that responds with 410 is disabled immediately, and the owners are notified', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (turn) await reportDeliveries(here, turn, { http_status: 410 })
    expect((await here.owner.get(`/webhooks/${id}`)).data).toMatchObject({
      status: 'inactive',
      disabled_reason: 'gone',
    })
    expect(await withProblem(here.owner, 'disabled')).toEqual([id])
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
    expect(await withProblem(here.owner, 'disabled')).toEqual([])
  })

  test('that fails for five days is disabled', async () => {
    const here = await world()
    const { id } = await webhookOf(here.owner)
    const [turn] = await rename(here.owner)
    if (turn) await reportDeliveries(here, turn, { http_status: 500 })
    here.travel(5 * 24 * 60 + 1)
    const [again] = await turnsOf(here.owner)
    if (again) await reportDeliveries(here, again, { error: 'The connection was refused' })
    // The session has expired by then.
    const webhook = await here.owner.ctx
      .own('webhooks')
      .select()
      .select(['status', 'disabled_reason'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(webhook).toEqual({ status: 'inactive', disabled_reason: 'failing' })
  })
})

test('a batch is recorded for each webhook by its own outcomes, and one invalid outcome affects no other', async () => {
  const here = await world()
  const urls = ['mixed', 'gone', 'unsent'].map((name) => `${receiverUrl}/${name}`)
  const [mixed, gone, unsent] = await Promise.all(
    urls.map((url) => webhookOf(here.owner, { url, event_types: ['account.updated'] })),
  )
  for (const name of ['First', 'Second', 'Third']) await rename(here.owner, name)
  const turns = await turnsOf(here.owner)
  const requests = await prepare(here, turns)
  const turnsTo = (name: string) =>
    turns.filter((_, index) => requests[index]?.url === `${receiverUrl}/${name}`)
  const bodies = new Set(requests.map((request) => request?.body))
  expect(bodies.size).toBe(3)
  const signatures = new Set(requests.map((request) => request?.headers['webhook-signature']))
  expect(signatures.size).toBe(9)

  const outcomes = [
    ...turnsTo('mixed').map((turn, index) => ({ ...turn, http_status: [500, 500, 200][index] })),
    ...turnsTo('gone').map((turn) => ({ ...turn, http_status: 410, response_body: 'gone' })),
    ...turnsTo('unsent').map((turn) => ({ ...turn, http_status: 42 })),
    ...turnsTo('mixed').map((turn) => ({ ...turn, http_status: 500 })), // repeated turns do not count
  ].map((outcome) => ({ response_time_ms: 12, ...outcome }))
  const { data } = await here.worker.post('/internal/webhook_deliveries/outcomes', { outcomes })
  expect(data.recorded_count).toBe(6)
  expect(data.refused.map(({ index }: { index: number }) => index)).toEqual([6, 7, 8])

  const webhook = async (id = '') => (await here.owner.get(`/webhooks/${id}`)).data
  const healthy = { status: 'active', consecutive_failures: 0, failing_since: null }
  expect(await webhook(mixed?.id)).toMatchObject({ ...healthy, success_count: 1, failure_count: 2 })
  expect(await webhook(gone?.id)).toMatchObject({
    status: 'inactive',
    consecutive_failures: 3,
    success_count: 0,
    failure_count: 3,
  })
  expect(await webhook(unsent?.id)).toMatchObject({ ...healthy, last_delivery_at: null })
  expect(await here.mailsTo(here.owner.email)).toHaveLength(1)
  const [attempted] = turnsTo('gone')
  const { data: delivery } = await here.owner.get(`/webhooks/deliveries/${attempted?.delivery_id}`)
  expect(delivery.attempts).toMatchObject([{ http_status: 410, response_body: 'gone' }])
})

test('the statistics count deliveries by day', async () => {
  const here = await world()
  const { id } = await webhookOf(here.owner)
  for (const http_status of [200, 200, 500]) {
    const [turn] = await rename(here.owner, `Name ${http_status} ${Math.random()}`)
    if (turn) await reportDeliveries(here, turn, { http_status, response_time_ms: 100 })
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
  expect(data.success_rates).toEqual({ [id]: data.success_rate })
  expect(data.by_day).toHaveLength(7)
  expect(data.before).toEqual({ successful: 0, failed: 0 })
  expect(data.by_day[6]).toMatchObject({ successful: 2, failed: 1, pending: 0 })
})
