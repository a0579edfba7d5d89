import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, ListOf, Nullable, Pattern, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { answerOf, MetricAnswer, Mrr, Partial, Percent } from './answer.ts'
import { meanOf, percentOf } from './figures.ts'
import type { MetricRange } from './range.ts'
import type { MetricScope } from './scope.ts'
import { readSnapshots, type Snapshot } from './snapshot.ts'
import { withStanding } from './standing_of_account.ts'

const Month = Pattern('^\\d{4}-\\d{2}$', 'must be a month, as in 2026-11', {
  description: 'The month of the first payment',
  examples: ['2026-11'],
})

const Cohort = Shape('Cohort', {
  cohort: Month,
  size: Count('Accounts that paid for the first time in this month', [20]),
  paying_customers: Count('Those that pay now', [17]),
  mrr_cents: { ...Mrr, description: 'Their recurring revenue' },
  months: ListOf(
    Shape({
      month: Count('Months after the first; 0 is the month itself', [1]),
      customers: Count('Accounts that paid at its end', [17]),
      retention_rate: Percent('Of the size of the cohort', 85),
      partial: Partial,
    }),
    { description: 'The months that have begun' },
  ),
})

export const CohortMetrics = MetricAnswer('CohortMetrics', {
  current_metrics: Shape({
    first_month_retention: Nullable(Percent('Mean retention after one month', 85)),
    sixth_month_retention: Nullable(Percent('Mean retention after six months', 70)),
  }),
  cohorts: ListOf(Cohort, {
    description: 'The months of the range with new customers, oldest first',
  }),
})

/** How many of the customers of each month still pay in later months. */
export async function readCohorts(
  ctx: PlatformCtx,
  scope: MetricScope,
  range: MetricRange,
): Promise<Static<typeof CohortMetrics>> {
  const untilNow = { start: range.start, end: ctx.now() }
  const series = await readSnapshots(ctx, scope, untilNow, 'monthly')
  const snapshots = await withStanding(ctx, scope, series.snapshots)
  const cohorts = snapshots
    .filter(({ date, new_customers }) => new_customers > 0 && new Date(date) <= range.end)
    .map((first) => cohortOf(first, snapshots))
  return {
    ...answerOf(scope, range, series, [
      'retention_rate',
      'first_month_retention',
      'sixth_month_retention',
    ]),
    current_metrics: {
      first_month_retention: retentionAfter(cohorts, 1),
      sixth_month_retention: retentionAfter(cohorts, 6),
    },
    cohorts,
  }
}

function cohortOf(first: Snapshot, snapshots: readonly Snapshot[]): Static<typeof Cohort> {
  const cohort = first.date.slice(0, 7)
  const size = first.new_customers
  const shareIn = ({ cohorts }: Snapshot) => cohorts.find((one) => one.cohort === cohort)
  const last = snapshots.at(-1)
  const now = last && shareIn(last)
  return {
    ...{ cohort, size },
    paying_customers: now?.customers ?? 0,
    mrr_cents: now?.mrr_cents ?? 0,
    months: snapshots.slice(snapshots.indexOf(first)).map((snapshot, month) => {
      const customers = month === 0 ? size : (shareIn(snapshot)?.customers ?? 0)
      return {
        month,
        customers,
        retention_rate: percentOf(customers, size),
        partial: snapshot.partial,
      }
    }),
  }
}

/** The mean retention after some months, of the cohorts for which that month is over. */
function retentionAfter(cohorts: readonly Static<typeof Cohort>[], months: number) {
  return meanOf(
    cohorts.flatMap((cohort) => {
      const month = cohort.months[months]
      return month && !month.partial ? [month.retention_rate] : []
    }),
  )
}
