import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  DayText,
  ListOf,
  Nullable,
  Shape,
} from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { Cents } from '../invoices/line.ts'
import { answerOf, IsPartial, MetricAnswer, Percent } from './answer.ts'
import {
  customerChurn,
  involuntaryChurn,
  lessPercent,
  meanOf,
  netRetention,
  revenueChurn,
  startOf,
} from './figures.ts'
import type { MetricRange } from './range.ts'
import type { MetricScope } from './scope.ts'
import { readSnapshots, type Snapshot } from './snapshot.ts'

export const ChurnMetrics = MetricAnswer('ChurnMetrics', {
  current_metrics: Shape({
    customer_churn_rate: Percent('Customer churn of the last month', 5),
    customer_retention_rate: Percent('The customers who stayed', 95),
    revenue_churn_rate: Percent('Revenue churn of the last month', 2.5),
    net_revenue_retention: Nullable(Percent('Revenue kept from the customers at its start', 102)),
    average_customer_churn_rate: Percent('Mean of the months that are over', 4.1),
    average_voluntary_churn_rate: Percent('The part of customers who chose to stop', 2.9),
    average_involuntary_churn_rate: Percent('The part of customers whose payments failed', 1.2),
    average_revenue_churn_rate: Percent('Mean of the months that are over', 3.2),
    risk: Choice(['low', 'medium', 'high'], 'How much average customer churn there is'),
  }),
  months: ListOf(
    Shape('ChurnMonth', {
      date: DayText('The first day of the month'),
      paying_at_start: Count('Paying accounts at its start', [60]),
      lost_customers: Count('Of these, those that stopped during the month', [3]),
      voluntary_customers: Count('Of the lost ones, those that chose to stop', [2]),
      involuntary_customers: Count('Of the lost ones, those whose payments failed', [1]),
      churned_customers: Count('How often any account stopped during the month', [4]),
      customer_churn_rate: Percent('Customer churn', 5),
      voluntary_churn_rate: Percent('The part of those that chose to stop', 3.33),
      involuntary_churn_rate: Percent('The part of those whose payments failed', 1.67),
      lost_cents: Cents('Recurring revenue that the accounts at its start lost', 20_000),
      revenue_churn_rate: Percent('Revenue churn', 2.5),
      partial: IsPartial,
    }),
    { description: 'Oldest first' },
  ),
})

/** Customers and revenue lost by month. `current_metrics` are those of the last month, also while it is not over. */
export async function readChurn(
  ctx: PlatformCtx,
  scope: MetricScope,
  range: MetricRange,
): Promise<Static<typeof ChurnMetrics>> {
  const series = await readSnapshots(ctx, scope, range, 'monthly')
  const last = series.snapshots.at(-1)
  const customer_churn_rate = last ? customerChurn(last) : 0
  const average = averageChurn(series.snapshots)
  const involuntary = meanOf(monthsOver(series.snapshots).map(involuntaryChurn)) ?? 0
  return {
    ...answerOf(scope, range, series, [
      'customer_churn_rate',
      'customer_retention_rate',
      'revenue_churn_rate',
      'net_revenue_retention',
      'average_customer_churn_rate',
      'average_voluntary_churn_rate',
      'average_involuntary_churn_rate',
      'average_revenue_churn_rate',
      'risk',
    ]),
    current_metrics: {
      customer_churn_rate,
      customer_retention_rate: Math.round(10_000 - customer_churn_rate * 100) / 100,
      revenue_churn_rate: last ? revenueChurn(last) : 0,
      net_revenue_retention: last ? netRetention(last) : null,
      average_customer_churn_rate: average,
      average_voluntary_churn_rate: lessPercent(average, involuntary),
      average_involuntary_churn_rate: involuntary,
      average_revenue_churn_rate: meanOf(monthsOver(series.snapshots).map(revenueChurn)) ?? 0,
      risk: average > 5 ? 'high' : average > 2 ? 'medium' : 'low',
    },
    months: series.snapshots.map((snapshot) => ({
      date: snapshot.date,
      paying_at_start: startOf(snapshot).paying_customers,
      lost_customers: snapshot.lost_customers,
      voluntary_customers: snapshot.lost_customers - snapshot.involuntary_customers,
      involuntary_customers: snapshot.involuntary_customers,
      churned_customers: snapshot.churned_customers,
      customer_churn_rate: customerChurn(snapshot),
      voluntary_churn_rate: lessPercent(customerChurn(snapshot), involuntaryChurn(snapshot)),
      involuntary_churn_rate: involuntaryChurn(snapshot),
      lost_cents: snapshot.lost_cents,
      revenue_churn_rate: revenueChurn(snapshot),
      partial: snapshot.partial,
    })),
  }
}

/** The mean customer churn of the months that are over and began with paying customers. */
export const averageChurn = (snapshots: readonly Snapshot[]): number =>
  meanOf(monthsOver(snapshots).map(customerChurn)) ?? 0

const monthsOver = (snapshots: readonly Snapshot[]) =>
  snapshots.filter((one) => !one.partial && startOf(one).paying_customers > 0)
