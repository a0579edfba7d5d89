import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Choice, Count, DayText, ListOf, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { Cents } from '../invoices/line.ts'
import { answerOf, IsPartial, MetricAnswer, Mrr, Percent } from './answer.ts'
import { arpuOf, growthOf, startOf } from './figures.ts'
import type { MetricRange } from './range.ts'
import type { MetricScope } from './scope.ts'
import { readSnapshots, type Snapshot } from './snapshot.ts'

export const Interval = Choice(['month', 'day'], 'One row for each month, the default, or day')

const RevenuePoint = Shape('RevenuePoint', {
  date: DayText('The day, or the first day of the month'),
  mrr_cents: { ...Mrr, description: 'Monthly recurring revenue at its end' },
  paying_customers: Count('Paying accounts at its end', [4]),
  new_cents: Cents('Gained from new customers', 2900),
  reactivation_cents: Cents('Gained from customers who returned', 0),
  expansion_cents: Cents('Gained from paying customers', 0),
  contraction_cents: Cents('Lost from customers who still pay', 0),
  churn_cents: Cents('Lost from customers who stopped', 0),
  revenue_cents: Cents('Payments received, less refunds', 3451),
  payments_count: Count('Payments received', [1]),
  partial: IsPartial,
})

export const RevenueMetrics = MetricAnswer('RevenueMetrics', {
  current_metrics: Shape({
    mrr_cents: Mrr,
    arr_cents: Cents('Annual recurring revenue', 200_604),
    paying_customers: Count('Paying accounts', [4]),
    arpu_cents: Cents('Average revenue per user', 4179),
    growth_rate: Percent('Growth in the last period', 25),
    revenue_cents: Cents('Payments received in the range, less refunds', 3451),
  }),
  history: ListOf(RevenuePoint, { description: 'Oldest first' }),
})

/** Recurring revenue and its movements by month or day; `current_metrics` are those of the last. */
export async function readRevenue(
  ctx: PlatformCtx,
  scope: MetricScope,
  range: MetricRange,
  interval: Static<typeof Interval> = 'month',
): Promise<Static<typeof RevenueMetrics>> {
  const series = await readSnapshots(ctx, scope, range, interval === 'day' ? 'daily' : 'monthly')
  const history = series.snapshots.map(pointOf)
  const last = series.snapshots.at(-1)
  return {
    ...answerOf(scope, range, series, [
      'mrr_cents',
      'arr_cents',
      'paying_customers',
      'arpu_cents',
      'growth_rate',
      'new_cents',
      'reactivation_cents',
      'expansion_cents',
      'contraction_cents',
      'churn_cents',
      'revenue_cents',
    ]),
    current_metrics: {
      ...standingOf(last),
      growth_rate: last ? growthOf(last.mrr_cents, startOf(last).mrr_cents) : 0,
      revenue_cents: history.reduce((sum, { revenue_cents }) => sum + revenue_cents, 0),
    },
    history,
  }
}

/** Recurring revenue and paying customers at the end of a period. */
export function standingOf(last: Pick<Snapshot, 'mrr_cents' | 'paying_customers'> | undefined) {
  const { mrr_cents, paying_customers } = last ?? { mrr_cents: 0, paying_customers: 0 }
  return {
    mrr_cents,
    arr_cents: 12 * mrr_cents,
    paying_customers,
    arpu_cents: arpuOf({ mrr_cents, paying_customers }),
  }
}

function pointOf({
  date,
  mrr_cents,
  paying_customers,
  new_cents,
  reactivation_cents,
  expansion_cents,
  contraction_cents,
  churn_cents,
  revenue_cents,
  payments_count,
  partial,
}: Snapshot): Static<typeof RevenuePoint> {
  return {
    ...{ date, mrr_cents, paying_customers, partial, revenue_cents, payments_count },
    ...{ new_cents, reactivation_cents, expansion_cents, contraction_cents, churn_cents },
  }
}
