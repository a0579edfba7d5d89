import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { dayOfColumn } from '@powernode/server/platform/http/by_day.ts'
import {
  Count,
  DayText,
  Id,
  ListOf,
  Nullable,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, dayOf, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { Cents } from '../invoices/line.ts'
import { Currency } from '../plans/plan.ts'
import { Mrr, Percent } from './answer.ts'
import { Definition, definitionsOf } from './definitions.ts'
import { customerChurn, growthOf, startOf } from './figures.ts'
import { startOfMonth } from './range.ts'
import { standingOf } from './revenue.ts'
import {
  changesIn,
  type MetricScope,
  movementsIn,
  paymentsIn,
  refundsIn,
  snapshotsIn,
} from './scope.ts'
import { day, readSnapshots } from './snapshot.ts'

const WEEK = 7

export const LiveMetrics = Shape('LiveMetrics', {
  account_id: Nullable(Id('The account; null for all')),
  currency: Currency,
  excluded_currencies: ListOf(Currency, { description: 'Other currencies, which are left out' }),
  as_of: Time('When these figures were read'),
  current_metrics: Shape({
    mrr_cents: Mrr,
    arr_cents: Cents('Annual recurring revenue', 200_604),
    paying_customers: Count('Paying accounts', [4]),
    arpu_cents: Cents('Average revenue per user', 4179),
    growth_rate: Percent('Growth since the start of the month', 25),
    customer_churn_rate: Percent('Customer churn of this month so far', 1.5),
  }),
  today: Shape({
    new_subscriptions: Count(
      'Subscriptions that were created today (UTC), also trials and free ones',
      [2],
    ),
    ended_subscriptions: Count('Subscriptions that ended today', [0]),
    payments_count: Count('Payments received today', [1]),
    payments_failed: Count('Payments that failed today', [0]),
    revenue_cents: Cents('Received in payments today, less refunds', 3451),
  }),
  week: ListOf(
    Shape('LiveDay', {
      date: DayText('Day in UTC'),
      mrr_cents: { ...Mrr, description: 'Monthly recurring revenue at its end' },
      new_subscriptions: Count('Subscriptions that were created', [2]),
      revenue_cents: Cents('Received in payments, less refunds', 3451),
      payments_count: Count('Payments received', [1]),
    }),
    { description: 'The last seven days, oldest first' },
  ),
  definitions: ListOf(Definition, { description: 'What the figures mean' }),
})

/** The figures of this moment: the snapshot of yesterday and what happened since. */
export async function readLive(
  ctx: PlatformCtx,
  scope: MetricScope,
): Promise<Static<typeof LiveMetrics>> {
  const now = ctx.now()
  const today = startOfStep(now, DAY_MS)
  const start = new Date(today.getTime() - (WEEK - 1) * DAY_MS)
  const days = await readSnapshots(ctx, scope, { start, end: today }, 'daily')
  const months = await readSnapshots(
    ctx,
    scope,
    { start: startOfMonth(now), end: today },
    'monthly',
  )
  const { currency, excluded_currencies } = days
  const [present, started, counts] = await Promise.all([
    standingNow(ctx, scope, currency, today),
    startedByDay(ctx, scope, start),
    countToday(ctx, scope, currency, today),
  ])
  const standing = standingOf(present)
  const [month] = months.snapshots
  const week = days.snapshots.map(({ date, mrr_cents, revenue_cents, payments_count }) => ({
    ...{ date, mrr_cents, revenue_cents, payments_count },
    new_subscriptions: started.get(date) ?? 0,
  }))
  const { payments_count, revenue_cents } = counts
  const last = week.at(-1)
  if (last) Object.assign(last, { mrr_cents: standing.mrr_cents, payments_count, revenue_cents })
  return {
    ...{ account_id: scope, currency, excluded_currencies, as_of: now, week },
    current_metrics: {
      ...standing,
      growth_rate: month ? growthOf(standing.mrr_cents, startOf(month).mrr_cents) : 0,
      customer_churn_rate: month ? customerChurn(month) : 0,
    },
    today: { ...counts, new_subscriptions: last?.new_subscriptions ?? 0 },
    definitions: definitionsOf(scope, [
      'mrr_cents',
      'arr_cents',
      'paying_customers',
      'arpu_cents',
      'growth_rate',
      'customer_churn_rate',
      'revenue_cents',
      'payments_failed',
    ]),
  }
}

type CurrencyCode = Static<typeof Currency>

/** Recurring revenue and paying accounts of this moment. */
async function standingNow(
  ctx: PlatformCtx,
  scope: MetricScope,
  currency: CurrencyCode,
  today: Date,
) {
  const base = await snapshotsIn(ctx, scope)
    .select(['mrr_cents', 'paying_customers', sql<string>`date::text`.as('date')])
    .where('period_type', '=', 'daily')
    .where('currency', '=', currency)
    .where('date', '<', day(dayOf(today)))
    .where(sql<boolean>`computed_at >= (date + 1)::timestamp at time zone 'UTC'`)
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst()
  const since = await movementsIn(ctx, scope)
    .select([
      sql<number>`coalesce(sum(net_cents), 0)::bigint`.as('mrr_cents'),
      sql<number>`count(*) filter (where kind in ('new', 'reactivation'))
        - count(*) filter (where kind = 'churn')`.as('paying_customers'),
    ])
    .where('currency', '=', currency)
    .$if(base !== undefined, (query) => query.where('date', '>', day(base?.date ?? '')))
    .executeTakeFirstOrThrow()
  return {
    mrr_cents: (base?.mrr_cents ?? 0) + since.mrr_cents,
    paying_customers: (base?.paying_customers ?? 0) + since.paying_customers,
  }
}

async function startedByDay(ctx: PlatformCtx, scope: MetricScope, start: Date) {
  const rows = await changesIn(ctx, scope)
    .select([dayOfColumn('at').as('date'), sql<number>`count(*)`.as('count')])
    .where('kind', '=', 'created')
    .where('at', '>=', start)
    .groupBy('date')
    .execute()
  return new Map(rows.map(({ date, count }) => [date, count]))
}

async function countToday(
  ctx: PlatformCtx,
  scope: MetricScope,
  currency: CurrencyCode,
  today: Date,
) {
  const { ended_subscriptions } = await changesIn(ctx, scope)
    .select(sql<number>`count(*)`.as('ended_subscriptions'))
    .where('status', 'in', ['cancelled', 'incomplete_expired'])
    .where('at', '>=', today)
    .executeTakeFirstOrThrow()
  const received = await paymentsIn(ctx, scope)
    .select([
      sql<number>`count(*)`.as('payments_count'),
      sql<number>`coalesce(sum(amount_cents), 0)::bigint`.as('revenue_cents'),
    ])
    .where('processed_at', '>=', today)
    .where('status', 'in', ['succeeded', 'partially_refunded', 'refunded'])
    .where('currency', '=', currency)
    .executeTakeFirstOrThrow()
  const { payments_failed } = await paymentsIn(ctx, scope)
    .select(sql<number>`count(*)`.as('payments_failed'))
    .where('failed_at', '>=', today)
    .where('status', '=', 'failed')
    .executeTakeFirstOrThrow()
  const { payments_count, revenue_cents } = received
  const paidBack = await paidBackSince(ctx, scope, currency, today)
  return {
    ...{ ended_subscriptions, payments_failed, payments_count },
    revenue_cents: revenue_cents - paidBack,
  }
}

/** What left for good: money that the bank returned counts against it. */
async function paidBackSince(
  ctx: PlatformCtx,
  scope: MetricScope,
  currency: CurrencyCode,
  start: Date,
): Promise<number> {
  const sum = sql<number>`coalesce(sum(amount_cents), 0)::bigint`.as('cents')
  const moved = () =>
    refundsIn(ctx, scope).where('destination', '=', 'method').where('currency', '=', currency)
  const refunded = await moved()
    .select(sum)
    .where('processed_at', '>=', start)
    .executeTakeFirstOrThrow()
  const returned = await moved()
    .select(sum)
    .where('processed_at', 'is not', null)
    .where('failed_at', '>=', start)
    .executeTakeFirstOrThrow()
  return refunded.cents - returned.cents
}
