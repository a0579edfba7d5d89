import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { DayText, ListOf, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { Cents } from '../invoices/line.ts'
import { answerOf, MetricAnswer, Mrr, Partial, Percent } from './answer.ts'
import {
  changedBy,
  compoundGrowth,
  droppedIn,
  gainedIn,
  growthOf,
  quickRatio,
  startOf,
} from './figures.ts'
import type { MetricRange } from './range.ts'
import type { MetricScope } from './scope.ts'
import { readSnapshots } from './snapshot.ts'

/** The width of the forecast on each side, in percent. */
const MARGIN = 15

export const GrowthMetrics = MetricAnswer('GrowthMetrics', {
  current_metrics: Shape({
    compound_monthly_growth_rate: Percent('Compound growth of the months that are over', 25),
    quick_ratio: Nullable(
      Type.Number({ description: 'Revenue gained ÷ revenue lost', examples: [4.2] }),
    ),
  }),
  months: ListOf(
    Shape('GrowthMonth', {
      date: DayText('The first day of the month'),
      mrr_cents: { ...Mrr, description: 'Monthly recurring revenue at its end' },
      growth_rate: Percent('Growth in the month', 25),
      gained_cents: Cents('New, reactivated and expanded', 2900),
      lost_cents: Cents('Contracted and churned', 0),
      partial: Partial,
    }),
    { description: 'Oldest first' },
  ),
  forecast: Shape({
    next_month_mrr_cents: Cents('Recurring revenue a month after the last that is over', 156_250),
    low_cents: Cents('15 % less', 132_813),
    high_cents: Cents('15 % more', 179_688),
  }),
})

/** Growth by month, and a forecast from the months that are over. */
export async function readGrowth(
  ctx: PlatformCtx,
  scope: MetricScope,
  range: MetricRange,
): Promise<Static<typeof GrowthMetrics>> {
  const series = await readSnapshots(ctx, scope, range, 'monthly')
  const over = series.snapshots.filter(({ partial }) => !partial)
  const rate = compoundGrowth(over.map(({ mrr_cents }) => mrr_cents))
  const next = changedBy(over.at(-1)?.mrr_cents ?? 0, rate)
  return {
    ...answerOf(scope, range, series, [
      'compound_monthly_growth_rate',
      'quick_ratio',
      'mrr_cents',
      'next_month_mrr_cents',
    ]),
    current_metrics: {
      compound_monthly_growth_rate: rate,
      quick_ratio: quickRatio(series.snapshots),
    },
    months: series.snapshots.map((snapshot) => ({
      date: snapshot.date,
      mrr_cents: snapshot.mrr_cents,
      growth_rate: growthOf(snapshot.mrr_cents, startOf(snapshot).mrr_cents),
      gained_cents: gainedIn(snapshot),
      lost_cents: droppedIn(snapshot),
      partial: snapshot.partial,
    })),
    forecast: {
      next_month_mrr_cents: next,
      low_cents: changedBy(next, -MARGIN),
      high_cents: changedBy(next, MARGIN),
    },
  }
}
