import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS, nextDay } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import {
  AuditAction,
  type AuditFilterValues,
  AuditResourceType,
  AuditSeverity,
  filterEntries,
} from './filters.ts'
import {
  Counts,
  countEntries,
  countsBy,
  entriesSince,
  type SummaryRangeName,
  startOfRange,
} from './summaries.ts'

const MAX_BUCKETS = 1500
const DEFAULT_EVENTS = 50
/** The longest range between two dates; a longer one is cut at its start. */
const MAX_DAYS = 90
const seconds = { minute: 60, hour: 3600, day: 86_400 }

export const Granularity = Choice(
  Object.keys(seconds) as (keyof typeof seconds)[],
  'Length of one step',
)
export const EventLimit = Type.Integer({
  minimum: 1,
  maximum: 200,
  default: DEFAULT_EVENTS,
  description: 'How many of the latest entries to include',
  examples: [50],
})

const Peak = Shape('ActivityPeak', {
  time: Nullable(Time('When it starts')),
  count: Count('Entries'),
})

export const ActivityTimeline = Shape('ActivityTimeline', {
  timeline: ListOf(
    Shape({
      time: Time('Start of the step'),
      count: Count('Entries'),
      warnings: Count('Entries that ended in a warning'),
      errors: Count('Entries that ended in an error'),
    }),
  ),
  summary: Shape({
    total_events: Count('Entries in the range'),
    average_per_hour: Type.Number({ description: 'Entries per hour', examples: [2.5] }),
    peak_activity: Peak,
    lowest_activity: Peak,
    unique_users: Count('Active users'),
    unique_actions: Count('Different actions'),
  }),
  top_actions: Counts('The ten most frequent actions', { 'user.login': 12 }),
  top_users: Counts('The five most active users, by email address', { 'ada@example.com': 9 }),
  events: ListOf(
    Shape({
      id: Id(),
      timestamp: Time('When it happened'),
      action: AuditAction,
      user: Nullable(Text(254, { description: 'Email address of the user' })),
      resource: AuditResourceType,
      severity: AuditSeverity,
      ip_address: Nullable(Text(64, { description: 'IP address of the request' })),
      message: Text(1000, { description: 'Description of the action' }),
    }),
  ),
})

interface TimelineQuery extends AuditFilterValues {
  time_range?: SummaryRangeName
  granularity?: Static<typeof Granularity>
  limit?: number
}

/** Activity over time, of entries that match the filters: one query for the counts and one for the latest entries. */
export async function readTimeline(
  ctx: Ctx,
  { time_range = '24h', granularity = 'hour', limit = DEFAULT_EVENTS, ...filters }: TimelineQuery,
): Promise<Static<typeof ActivityTimeline>> {
  const { since, until } = rangeOf(ctx, time_range, filters)
  const step = seconds[granularity]
  const spanSeconds = Math.max((until.getTime() - since.getTime()) / 1000, 1)
  if (spanSeconds / step > MAX_BUCKETS) {
    throw fail.invalid({ granularity: ['is too fine for this range'] })
  }
  const [{ timeline, ...counts }, events] = await Promise.all([
    entriesSince(ctx, since, { until, ...filters })
      .select([
        bucketsOf(since, until, granularity).as('timeline'),
        countEntries().as('total_events'),
        countEntries(sql`true`, sql`distinct user_id`).as('unique_users'),
        countEntries(sql`true`, sql`distinct action`).as('unique_actions'),
        countsBy(sql`action`, { maxRows: 10 }).as('top_actions'),
        countsBy(sql`(select email from users where users.id = entries.user_id)`, {
          maxRows: 5,
        }).as('top_users'),
      ])
      .executeTakeFirstOrThrow(),
    latest(ctx, since, limit, filters),
  ])
  const { total_events, unique_users, unique_actions, top_actions, top_users } = counts
  const steps = timeline.map((bucket) => ({ ...bucket, time: new Date(bucket.time) }))
  const sorted = steps.toSorted((a, b) => b.count - a.count)
  const average = (total_events * 3600) / spanSeconds
  return {
    timeline: steps,
    summary: {
      total_events,
      unique_users,
      unique_actions,
      average_per_hour: Math.round(average * 100) / 100,
      peak_activity: total_events > 0 ? peak(sorted[0]) : peak(undefined),
      lowest_activity: total_events > 0 ? peak(sorted.at(-1)) : peak(undefined),
    },
    top_actions,
    top_users,
    events,
  }
}

/** The range between the dates of the filters; without a first day, `time_range` before its end. */
function rangeOf(ctx: Ctx, range: SummaryRangeName, { date_from, date_to }: AuditFilterValues) {
  const now = ctx.now().getTime()
  const until = Math.min(now, date_to ? nextDay(date_to).getTime() - 1 : now)
  const length = now - startOfRange(ctx, range).getTime()
  const first = date_from
    ? Math.max(date_from.getTime(), until - MAX_DAYS * DAY_MS)
    : until - length
  return { since: new Date(Math.min(first, until)), until: new Date(until) }
}

interface Bucket {
  time: string
  count: number
  warnings: number
  errors: number
}

/** Every step of the range, including empty ones. */
function bucketsOf(since: Date, until: Date, granularity: Static<typeof Granularity>) {
  // A step of a day is 24 hours: adding '1 day' would follow the daylight saving time of the connection's time zone.
  const step = sql`make_interval(secs => ${seconds[granularity]})`
  const floor = (time: ReturnType<typeof sql>) => sql`date_trunc(${granularity}, ${time}, 'UTC')`
  return sql<Bucket[]>`(
    select json_agg(json_build_object('time', to_char(steps.time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'count', coalesce(n.count, 0), 'warnings', coalesce(n.warnings, 0), 'errors', coalesce(n.errors, 0))
      order by steps.time)
    from generate_series(${floor(sql`${since}::timestamptz`)}, ${until}::timestamptz, ${step}) as steps (time)
    left join (
      select ${floor(sql`created_at`)} as time, count(*) as count,
        count(*) filter (where status = 'warning') as warnings, count(*) filter (where status = 'error') as errors
      from entries group by 1) as n on n.time = steps.time)`
}

function latest(ctx: Ctx, since: Date, limit: number, filters: AuditFilterValues) {
  return filterEntries(ctx.own('audit_logs').select(), filters)
    .leftJoin('users', 'users.id', 'audit_logs.user_id')
    .select([
      'audit_logs.id',
      'audit_logs.created_at as timestamp',
      'action',
      'users.email as user',
      'resource_type as resource',
      'severity',
      'ip_address',
      'message',
    ])
    .where('audit_logs.created_at', '>=', since)
    .orderBy('audit_logs.created_at', 'desc')
    .orderBy('audit_logs.id', 'desc')
    .limit(limit)
    .execute()
}

const peak = (step: { time: Date; count: number } | undefined) => ({
  time: step?.time ?? null,
  count: step?.count ?? 0,
})
