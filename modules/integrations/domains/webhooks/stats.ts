import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  Count,
  DayText,
  Dictionary,
  ListOf,
  Nullable,
  Shape,
} from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, dayOf, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'

const Rate = Nullable(
  Type.Number({
    description: 'Percentage of the attempted deliveries of the last 7 days that succeeded',
    examples: [99.5],
  }),
)
const Milliseconds = Nullable(
  Type.Number({ description: 'Average response time in milliseconds', examples: [84.2] }),
)

export const WebhookStats = Shape('WebhookStats', {
  total_webhooks: Count('All webhooks'),
  active_webhooks: Count('Enabled webhooks'),
  inactive_webhooks: Count('Disabled webhooks'),
  deliveries_today: Count('Deliveries of today (UTC)'),
  successful_today: Count('Successful deliveries of today'),
  failed_today: Count('Failed deliveries of today, including those that will be retried'),
  success_rate: Rate,
  success_rates: Type.Record(Type.String(), Type.Number(), {
    description: 'The same by id of the webhook; without those that completed no delivery',
    examples: [{ '01a219da-ee90-7641-9b00-0c7dddd24b1f': 99.5 }],
  }),
  average_response_time_ms: Milliseconds,
  waiting: Count('Deliveries that are pending or will be retried'),
  given_up: Count('Deliveries of the last 7 days with retries exhausted'),
  retries: Count('Retries in the last 7 days'),
  by_day: ListOf(
    Shape({
      date: DayText('Day in UTC'),
      successful: Count('Successful deliveries'),
      failed: Count('Failed deliveries'),
      pending: Count('Deliveries without an attempt'),
    }),
    { description: 'The last 7 days, oldest first' },
  ),
  before: Shape({
    successful: Count('Successful deliveries of the 7 days before'),
    failed: Count('Failed deliveries of the 7 days before'),
  }),
  by_event_type: Dictionary('Deliveries of the last 7 days by event'),
  most_active: ListOf(
    Shape({
      webhook_id: Type.String({ format: 'uuid', description: 'The webhook' }),
      url: Type.String({ description: 'URL of the webhook' }),
      deliveries: Count('Deliveries of the last 7 days'),
    }),
    { description: 'The five with the most deliveries' },
  ),
})

const measures = [
  'total',
  'successful',
  'failed',
  'pending',
  'waiting',
  'given_up',
  'retries',
  'answered',
  'time_ms',
] as const
type Totals = Record<(typeof measures)[number], number>

/** Statistics of the last seven days from one grouped query, optionally for one webhook. */
export async function readWebhookStats(
  ctx: Ctx,
  webhookId?: string,
): Promise<Static<typeof WebhookStats>> {
  const today = startOfStep(ctx.now(), DAY_MS)
  const first = new Date(today.getTime() - 6 * DAY_MS)
  const [rows, before, webhooks] = await Promise.all([
    readGroups(ctx, first, webhookId),
    readBefore(ctx, first, webhookId),
    ctx
      .own('webhooks')
      .select()
      .select([
        sql<number>`count(*)`.as('total'),
        sql<number>`count(*) filter (where status = 'active')`.as('active'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  const all = sum(rows)
  const days = Map.groupBy(rows, (row) => row.day)
  const ofToday = sum(days.get(dayOf(today)))
  const byType = Map.groupBy(rows, (row) => row.event_type)
  const byWebhook = Map.groupBy(rows, (row) => row.webhook_id)
  return {
    total_webhooks: webhooks.total,
    active_webhooks: webhooks.active,
    inactive_webhooks: webhooks.total - webhooks.active,
    deliveries_today: ofToday.total,
    successful_today: ofToday.successful,
    failed_today: ofToday.failed,
    success_rate: successRate(all),
    success_rates: Object.fromEntries(
      [...byWebhook].flatMap(([id, of]) => {
        const rate = successRate(sum(of))
        return rate === null ? [] : [[id, rate]]
      }),
    ),
    average_response_time_ms: all.answered === 0 ? null : all.time_ms / all.answered,
    waiting: all.waiting,
    given_up: all.given_up,
    retries: all.retries,
    by_day: Array.from({ length: 7 }, (_, index) => {
      const date = dayOf(new Date(first.getTime() + index * DAY_MS))
      const { successful, failed, pending } = sum(days.get(date))
      return { date, successful, failed, pending }
    }),
    before,
    by_event_type: Object.fromEntries([...byType].map(([type, of]) => [type, sum(of).total])),
    most_active: [...byWebhook]
      .map(([webhook_id, of]) => ({
        webhook_id,
        url: of[0]?.url ?? '',
        deliveries: sum(of).total,
      }))
      .sort((a, b) => b.deliveries - a.deliveries)
      .slice(0, 5),
  }
}

function readGroups(ctx: Ctx, since: Date, webhookId: string | undefined) {
  const of = (condition: string) =>
    sql<number>`count(*) filter (where webhook_deliveries.${sql.raw(condition)})`
  const query = ctx
    .own('webhook_deliveries')
    .select()
    .innerJoin('webhooks', 'webhooks.id', 'webhook_id')
    .select([
      'event_type',
      'webhook_id',
      'url',
      sql<string>`to_char(webhook_deliveries.created_at at time zone 'UTC', 'YYYY-MM-DD')`.as(
        'day',
      ),
      sql<number>`count(*)`.as('total'),
      of("status = 'successful'").as('successful'),
      of("status in ('failed', 'max_retries_reached')").as('failed'),
      of("status = 'pending'").as('pending'),
      of("status = 'pending' or next_retry_at is not null").as('waiting'),
      of("status = 'max_retries_reached'").as('given_up'),
      sql<number>`sum(greatest(attempt_count - 1, 0))`.as('retries'),
      sql<number>`count(response_time_ms)`.as('answered'),
      sql<number>`coalesce(sum(response_time_ms), 0)`.as('time_ms'),
    ])
    .where('webhook_deliveries.created_at', '>=', since)
    .where('test', '=', false)
    .groupBy(['event_type', 'webhook_id', 'url', 'day'])
  return (webhookId ? query.where('webhook_id', '=', webhookId) : query).execute()
}

/** The deliveries of the seven days before `until`. */
function readBefore(ctx: Ctx, until: Date, webhookId: string | undefined) {
  const query = ctx
    .own('webhook_deliveries')
    .select()
    .select([
      sql<number>`count(*) filter (where status = 'successful')`.as('successful'),
      sql<number>`count(*) filter (where status in ('failed', 'max_retries_reached'))`.as('failed'),
    ])
    .where('created_at', '>=', new Date(until.getTime() - 7 * DAY_MS))
    .where('created_at', '<', until)
    .where('test', '=', false)
  return (webhookId ? query.where('webhook_id', '=', webhookId) : query).executeTakeFirstOrThrow()
}

function successRate({ successful, failed }: Totals): number | null {
  const attempted = successful + failed
  return attempted === 0 ? null : (100 * successful) / attempted
}

function sum(rows: Totals[] = []): Totals {
  const total = (field: keyof Totals) => rows.reduce((so, row) => so + Number(row[field]), 0)
  return Object.fromEntries(measures.map((field) => [field, total(field)])) as Totals
}
