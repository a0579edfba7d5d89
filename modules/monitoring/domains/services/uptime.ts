import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  DayText,
  ListOf,
  Nullable,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, HOUR_MS, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'

export const Uptime = (period: string) =>
  Nullable(
    Type.Number({
      description: `Percentage of the checks of ${period} that passed`,
      examples: [99.95],
    }),
  )

export const UptimeDay = Shape('ServiceDay', {
  date: DayText('Day in UTC'),
  uptime: Uptime('the day'),
})

export const CheckedSince = Nullable(
  Time('When it was first checked, in the last 90 days; uptimes are of the time since then'),
)

const TimeRange = Choice(
  ['24h', '7d', '90d'],
  'Range that ends now; in hours for the first two, else in days',
)

export const UptimeSeriesQuery = { time_range: TimeRange }

export const UptimeSeries = Shape('ServiceSeries', {
  time_range: TimeRange,
  points: ListOf(
    Shape({
      starts_at: Time('Start of the hour or day (UTC)'),
      checks: Count('Checks'),
      failed: Count('Failed checks'),
      uptime: Uptime('that time'),
      average_latency_ms: Nullable(
        Type.Number({ description: 'Response time in milliseconds', examples: [84.2] }),
      ),
      max_latency_ms: Nullable(Count('Longest response time in milliseconds', [210])),
    }),
    { description: 'All hours or days, oldest first, without gaps' },
  ),
})

const spans = {
  '24h': { unit: 'hour', length: 24, step: HOUR_MS },
  '7d': { unit: 'hour', length: 168, step: HOUR_MS },
  '90d': { unit: 'day', length: 90, step: DAY_MS },
} as const

type Range = Static<typeof TimeRange>

const percent = sql<number | null>`
  round(100.0 * (sum(checks) - sum(failed)) / nullif(sum(checks), 0), 3)::float8`

/** For a query on `services`: the percentage of checks of a range that passed. */
export function uptimeOver(ctx: PlatformCtx, range: Range) {
  const { unit, first } = spanOf(ctx, range)
  return sql<number | null>`(select ${percent} from service_uptimes
    where service_id = services.id and unit = ${unit} and starts_at >= ${first})`
}

/** For a query on `services`: the first of its checks, which are kept for 90 days. */
export const checkedSince = sql<Date | null>`(
  select min(checked_at) from service_checks where service_id = services.id)`

/** For a query on `services`: its last days, oldest first, today included. */
export function lastDays({ now }: PlatformCtx, count: number) {
  const today = startOfStep(now(), DAY_MS)
  const first = new Date(today.getTime() - (count - 1) * DAY_MS)
  return sql<Static<typeof UptimeDay>[]>`(
    select jsonb_agg(jsonb_build_object(
      'date', to_char(day at time zone 'UTC', 'YYYY-MM-DD'),
      'uptime', round(100.0 * (u.checks - u.failed) / u.checks, 3)) order by day)
    from generate_series(${first}::timestamptz, ${today}::timestamptz, interval '24 hours') day
    left join service_uptimes u
      on u.service_id = services.id and u.unit = 'day' and u.starts_at = day)`
}

/** Uptime and response times of a service, for each hour or day of the range. */
export async function readUptimeSeries(
  ctx: PlatformCtx,
  id: string,
  range: Range,
): Promise<Static<typeof UptimeSeries>> {
  const { unit, step, first, last } = spanOf(ctx, range)
  const { rows } = await sql<Static<typeof UptimeSeries>['points'][number]>`
    select at as starts_at, coalesce(checks, 0) as checks, coalesce(failed, 0) as failed,
      round(100.0 * (checks - failed) / checks, 3)::float8 as uptime,
      round(latency_ms_sum::numeric / nullif(answered, 0), 1)::float8 as average_latency_ms,
      case when answered > 0 then latency_ms_max end as max_latency_ms
    from generate_series(${first}::timestamptz, ${last}::timestamptz,
      make_interval(secs => ${step / 1000})) at
    left join service_uptimes
      on service_id = ${id} and unit = ${unit} and starts_at = at
    order by at`.execute(ctx.db)
  return { time_range: range, points: rows }
}

function spanOf({ now }: PlatformCtx, range: Range) {
  const { unit, step, length } = spans[range]
  const last = startOfStep(now(), step)
  return { unit, step, first: new Date(last.getTime() - (length - 1) * step), last }
}
