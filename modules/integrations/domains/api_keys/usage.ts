import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { FIRST_DAY } from '@powernode/server/platform/http/formats.ts'
import {
  Choice,
  Count,
  Day,
  DayText,
  Id,
  ListOf,
  type QueryValues,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS, dayOf, nextDay, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

const DEFAULT_DAYS = 30
const MAX_DAYS = 400
const MAX_ROWS = 50

const Requests = Count('Number of requests', [120])
const Errors = Count('Requests with an HTTP status of 400 or more', [2])

export const UsageFilters = {
  api_key_id: Id('Only this key; empty usage for an unknown one'),
  date_from: Day('First day (UTC), inclusive'),
  date_to: Day('Last day (UTC), inclusive'),
}

export const ApiKeyUsage = Shape('ApiKeyUsage', {
  summary: Shape({
    date_from: DayText('First day (UTC), inclusive'),
    date_to: DayText('Last day (UTC), inclusive'),
    total_requests: Requests,
    failed_requests: Errors,
    keys_used: Count('Keys that were used'),
  }),
  by_day: ListOf(Shape({ date: DayText('Day (UTC)'), requests: Requests, errors: Errors }), {
    description: 'Every day of the range, including days without requests',
  }),
  by_route: ListOf(
    Shape({
      method: Text(10, { description: 'HTTP method', examples: ['GET'] }),
      route: Text(200, {
        description: 'Path template of the route',
        examples: ['/api/v1/users/:id'],
      }),
      requests: Requests,
      errors: Errors,
    }),
    { description: `The ${MAX_ROWS} most used routes` },
  ),
  by_status: ListOf(
    Shape({
      status_class: Choice(['2xx', '3xx', '4xx', '5xx'], 'First digit of the HTTP status'),
      requests: Requests,
    }),
    { description: 'Requests by class of HTTP status' },
  ),
  by_key: ListOf(
    Shape({
      api_key_id: Id('The key'),
      name: Text(100, { description: 'Name of the key' }),
      requests: Requests,
      errors: Errors,
    }),
    { description: `The ${MAX_ROWS} most used keys` },
  ),
})

type Filters = QueryValues<typeof UsageFilters>
type StatusClass = Static<typeof ApiKeyUsage>['by_status'][number]['status_class']

/** Usage of keys in four groupings from one query. Default range: the last 30 days. */
export async function readKeyUsage(
  ctx: Ctx,
  filters: Filters,
): Promise<Static<typeof ApiKeyUsage>> {
  const { first, last } = rangeOf(ctx, filters)
  const rows = await ctx
    .own('api_key_usage')
    .select()
    .select([
      sql<string | null>`day::text`.as('date'),
      'method',
      'route',
      'api_key_id',
      sql<number | null>`status / 100`.as('hundreds'),
      sql<string>`(select name from api_keys where id = api_key_usage.api_key_id)`.as('name'),
      sql<number>`sum(requests)::bigint`.as('requests'),
      sql<number>`coalesce(sum(requests) filter (where status >= 400), 0)::bigint`.as('errors'),
    ])
    .where(sql<boolean>`day between ${dayOf(first)}::date and ${dayOf(last)}::date`)
    .$if(filters.api_key_id !== undefined, (query) =>
      query.where('api_key_id', '=', filters.api_key_id ?? ''),
    )
    .groupBy(sql`grouping sets ((day), (method, route), (status / 100), (api_key_id))`)
    .orderBy('requests', 'desc')
    .execute()

  const days = new Map(rows.filter((row) => row.date).map((row) => [row.date, row]))
  const by_day = daysOf(first, last).map((date) => {
    const { requests = 0, errors = 0 } = days.get(date) ?? {}
    return { date, requests, errors }
  })
  const keys = rows.filter((row) => row.api_key_id)
  const sum = (column: 'requests' | 'errors') =>
    by_day.reduce((total, day) => total + day[column], 0)
  return {
    summary: {
      date_from: dayOf(first),
      date_to: dayOf(last),
      total_requests: sum('requests'),
      failed_requests: sum('errors'),
      keys_used: keys.length,
    },
    by_day,
    by_route: rows.filter((row) => row.route).slice(0, MAX_ROWS),
    by_status: rows
      .filter((row) => row.hundreds)
      .map(({ hundreds, requests }) => ({ status_class: `${hundreds}xx` as StatusClass, requests }))
      .sort((a, b) => a.status_class.localeCompare(b.status_class)),
    by_key: keys.slice(0, MAX_ROWS),
  }
}

function rangeOf(ctx: Ctx, { date_from, date_to }: Filters) {
  const last = date_to ?? startOfStep(ctx.now(), DAY_MS)
  const byDefault = Math.max(last.getTime() - (DEFAULT_DAYS - 1) * DAY_MS, FIRST_DAY.getTime())
  const first = date_from ?? new Date(byDefault)
  const days = (last.getTime() - first.getTime()) / DAY_MS + 1
  if (days < 1) throw fail.invalid({ date_from: ['must not be after date_to'] })
  if (days > MAX_DAYS) {
    throw fail.invalid({ date_from: [`must be within ${MAX_DAYS} days before date_to`] })
  }
  return { first, last }
}

function daysOf(first: Date, last: Date) {
  const days: string[] = []
  for (let day = first; day <= last; day = nextDay(day)) days.push(dayOf(day))
  return days
}
