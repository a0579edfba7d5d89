import { type EventType, eventTypes } from '@powernode/contract/events.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Day,
  Dictionary,
  Flag,
  Id,
  ListOf,
  Nullable,
  Pattern,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS, nextDay } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { queueDeliveries } from './scheduling.ts'

/** Maximum number of deliveries that one request enqueues. */
const MAX_ENQUEUED = 1000

/** The id of an event in the header `webhook-id` and in the body. */
export const messageId = (eventId: string) => `evt_${eventId}`
const MessageId = Pattern(
  '^evt_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  'must be evt_ followed by an id in lower case',
  {
    description: 'Id of the event, as in `webhook-id`: the same for all attempts',
    examples: ['evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'],
  },
)
const Status = Choice(
  ['pending', 'successful', 'failed', 'max_retries_reached'],
  'Pending waits for the first attempt, failed for the next one',
)
const HttpStatus = Nullable(
  Type.Integer({
    description: 'HTTP status of the response; null without a response',
    examples: [200],
  }),
)
const ResponseTime = Count('Response time in milliseconds', [84])
const ErrorMessage = Nullable(
  Text(500, { description: 'Why the attempt failed', examples: ['Unexpected status 500'] }),
)
const EventName = Choice(eventTypes, 'Name of the event')

export const Delivery = Shape('Delivery', {
  id: Id(),
  webhook: Shape({ id: Id(), url: Text(1000, { description: 'URL of the webhook' }) }),
  event_id: MessageId,
  event_type: EventName,
  test: Flag('Whether it is a test delivery'),
  status: Status,
  attempt_count: Count('Number of attempts', [1]),
  max_attempts: Count('Maximum number of attempts', [10]),
  next_retry_at: Nullable(Time('Time of the next attempt')),
  http_status: HttpStatus,
  response_time_ms: Nullable(ResponseTime),
  error_message: ErrorMessage,
  created_at: Time('When the event happened'),
  attempted_at: Nullable(Time('Time of the last attempt')),
  completed_at: Nullable(Time('When it succeeded or its retries were exhausted')),
})

const Attempt = Shape('DeliveryAttempt', {
  http_status: HttpStatus,
  response_time_ms: ResponseTime,
  error_message: ErrorMessage,
  response_body: Nullable(
    Text(1000, { description: 'First 1000 characters of the response body' }),
  ),
  attempted_at: Time('Time of the attempt'),
})

export const DeliveryDetail = Shape('DeliveryDetail', {
  ...Delivery.properties,
  payload: Dictionary('Request body'),
  attempts: ListOf(Attempt, { description: 'All attempts, newest first' }),
})

const WholeDay = Day('Day in UTC, inclusive')

export const DeliveryFilters = {
  webhook_id: Id('Only deliveries of this webhook'),
  status: Status,
  event_type: EventName,
  event_id: MessageId,
  test: Flag('Only test deliveries, or only others'),
  date_from: WholeDay,
  date_to: WholeDay,
}

type Filters = QueryValues<typeof DeliveryFilters>

export const FailedDeliveriesSince = Shape('FailedDeliveriesSince', {
  webhook_id: Type.Optional(Id('Only deliveries of this webhook')),
  since: Type.Optional(Time('Start of the range, at most 7 days ago; default: 24 hours ago')),
})

export const DeliveryReplayRange = Shape('DeliveryReplayRange', {
  since: Time('Start of the range, at most 30 days ago'),
  until: Type.Optional(Time('End of the range; default: now')),
  event_types: Type.Optional(
    ListOf(EventName, { maxItems: 100, description: 'Only these events; default: all' }),
  ),
})

export const ReplayedDeliveries = Shape('ReplayedDeliveries', {
  queued_count: Count('Deliveries that were enqueued'),
  matching_count: Count('Deliveries that matched; one request enqueues at most 1000'),
})

export function listDeliveries(ctx: Ctx, page: PageRequest, filters: Filters) {
  const { event_id, date_from, date_to, ...equal } = filters
  let query = selectDeliveries(ctx)
  for (const [column, value] of Object.entries(equal)) {
    query = query.where(sql.ref(`webhook_deliveries.${column}`), '=', value)
  }
  const created = sql.ref('webhook_deliveries.created_at')
  if (event_id) query = query.where('event_id', '=', event_id.slice(4))
  if (date_from) query = query.where(created, '>=', date_from)
  if (date_to) query = query.where(created, '<', nextDay(date_to))
  return paginate(ctx, query, page, 'webhook_deliveries')
}

export async function readDelivery(ctx: Ctx, id: string): Promise<Static<typeof DeliveryDetail>> {
  const found = await selectDeliveries(ctx)
    .innerJoin('events', 'events.id', 'event_id')
    .select(['events.data', 'events.created_at as happened_at'])
    .where('webhook_deliveries.id', '=', id)
    .executeTakeFirst()
  if (!found) throw fail.notFound('delivery')
  const attempts = await ctx
    .own('webhook_attempts')
    .select()
    .select(['http_status', 'response_time_ms', 'error_message', 'response_body', 'attempted_at'])
    .where('delivery_id', '=', id)
    .orderBy('attempted_at', 'desc')
    .limit(100)
    .execute()
  const { data, happened_at, ...delivery } = found
  const event = { id: delivery.event_id, type: delivery.event_type, happenedAt: happened_at, data }
  return { ...delivery, payload: payloadOf(event, ctx.account.id), attempts }
}

/** The body of all deliveries of an event. Depends only on the event's row, so all attempts send the same bytes. */
export function payloadOf(
  { id, type, happenedAt, data }: { id: string; type: string; happenedAt: Date; data: unknown },
  accountId: string,
) {
  return { id, type, timestamp: happenedAt.toISOString(), account_id: accountId, data }
}

/** Resends a completed delivery with the same `webhook-id`. */
export async function replayDelivery(ctx: Ctx, id: string) {
  const { status, webhook } = await readDelivery(ctx, id)
  if (status === 'pending')
    throw fail.with('invalid_transition', 'This delivery is already pending')
  await ctx.transaction(async (tx) => {
    await requireActive(tx, webhook.id)
    const queued = await replay(tx, [id])
    if (queued === 0) throw fail.with('invalid_transition', 'This delivery is already pending')
    await tx.audit('webhook.delivery_replayed', webhook.id, { metadata: { delivery_id: id } })
  })
  return readDelivery(ctx, id)
}

/** Resends failed deliveries of the last days for active webhooks. Pending deliveries are skipped. */
export async function replayFailed(ctx: Ctx, input: Static<typeof FailedDeliveriesSince>) {
  const now = ctx.now().getTime()
  const floor = new Date(now - 7 * DAY_MS)
  const since = input.since ?? new Date(now - DAY_MS)
  const query = candidates(ctx)
    .where('webhook_deliveries.status', 'in', ['failed', 'max_retries_reached'])
    .where('webhook_deliveries.created_at', '>=', since < floor ? floor : since)
  const of = input.webhook_id
  if (of && !(await findWebhook(ctx, of))) {
    throw fail.invalid({ webhook_id: ['is not a webhook'] })
  }
  return replayAll(ctx, of ? query.where('webhook_id', '=', of) : query, of ?? null)
}

/** Resends all deliveries of a webhook in a time range, for a receiver that lost them. */
export async function replayRange(
  ctx: Ctx,
  webhookId: string,
  input: Static<typeof DeliveryReplayRange>,
) {
  const { since } = input
  await requireActive(ctx, webhookId)
  if (ctx.now().getTime() - since.getTime() > 30 * DAY_MS) {
    throw fail.invalid({ since: ['must be at most 30 days ago'] })
  }
  let query = candidates(ctx)
    .where('webhook_id', '=', webhookId)
    .where('webhook_deliveries.status', '<>', 'pending')
    .where('webhook_deliveries.created_at', '>=', since)
    .where('webhook_deliveries.created_at', '<', input.until ?? ctx.now())
  if (input.event_types?.length) query = query.where('event_type', 'in', input.event_types)
  return replayAll(ctx, query, webhookId)
}

function candidates(ctx: Ctx) {
  return ctx
    .own('webhook_deliveries')
    .select()
    .innerJoin('webhooks', 'webhooks.id', 'webhook_id')
    .where('webhooks.status', '=', 'active')
    .where('test', '=', false)
}

async function replayAll(
  ctx: Ctx,
  query: ReturnType<typeof candidates>,
  webhookId: string | null,
): Promise<Static<typeof ReplayedDeliveries>> {
  const { count } = await query.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const rows = await query
    .select('webhook_deliveries.id')
    .orderBy('webhook_deliveries.created_at')
    .limit(MAX_ENQUEUED)
    .execute()
  const queued_count = await ctx.transaction(async (tx) => {
    const queued = await replay(
      tx,
      rows.map((row) => row.id),
    )
    await tx.audit('webhook.deliveries_replayed', webhookId, { metadata: { count: queued } })
    return queued
  })
  return { queued_count, matching_count: count }
}

/** Restarts deliveries. Of two concurrent requests, one finds them already pending. */
async function replay(tx: Tx, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const started = await tx
    .own('webhook_deliveries')
    .update({ status: 'pending', attempt_count: 0, next_retry_at: null, completed_at: null })
    .set((eb) => ({ turn: eb('turn', '+', 1) }))
    .where('id', 'in', ids)
    .where('status', '<>', 'pending')
    .returning(['id', 'webhook_id', 'turn'])
    .execute()
  await queueDeliveries(tx, started)
  return started.length
}

const findWebhook = (ctx: Ctx, id: string) =>
  ctx.own('webhooks').select().select('status').where('id', '=', id).executeTakeFirst()

async function requireActive(ctx: Ctx, webhookId: string) {
  const webhook = await findWebhook(ctx, webhookId)
  if (!webhook) throw fail.notFound('webhook')
  if (webhook.status !== 'active') {
    throw fail.with('invalid_transition', 'Enable the webhook first')
  }
}

function selectDeliveries(ctx: Ctx) {
  return ctx
    .own('webhook_deliveries')
    .select()
    .innerJoin('webhooks', 'webhooks.id', 'webhook_id')
    .select([
      'webhook_deliveries.id',
      'test',
      'webhook_deliveries.status',
      'attempt_count',
      'max_attempts',
      'next_retry_at',
      'http_status',
      'response_time_ms',
      'error_message',
      'webhook_deliveries.created_at',
      'attempted_at',
      'completed_at',
      sql<EventType>`event_type`.as('event_type'),
      sql<string>`'evt_' || event_id`.as('event_id'),
      sql<{ id: string; url: string }>`jsonb_build_object('id', webhooks.id, 'url', url)`.as(
        'webhook',
      ),
    ])
}
