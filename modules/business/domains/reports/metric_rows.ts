import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { readChurn } from '../analytics/churn.ts'
import { readCohorts } from '../analytics/cohorts.ts'
import { readCustomers } from '../analytics/customers.ts'
import { readGrowth } from '../analytics/growth.ts'
import { readRevenue } from '../analytics/revenue.ts'
import type { MetricTypeName } from './columns.ts'
import type { DayRange } from './range.ts'

interface MetricsOf extends DayRange {
  /** Null for every account. */
  account_id: string | null
}

type Found = Record<string, unknown>
type Reader = (ctx: PlatformCtx, of: MetricsOf) => Promise<Found[]>

/** The rows of a report of metrics: one for each month of its range, of a cohort one for each month of its life. */
export function readMetricRows(
  ctx: PlatformCtx,
  type: MetricTypeName,
  of: MetricsOf,
): Promise<Found[]> {
  return readers[type](ctx, of)
}

const readers: Record<MetricTypeName, Reader> = {
  async revenue(ctx, { account_id, ...days }) {
    const { currency, history } = await readRevenue(ctx, account_id, rangeIn(days))
    return history.map((month) => ({ ...month, currency }))
  },
  async growth(ctx, { account_id, ...days }) {
    const { currency, months } = await readGrowth(ctx, account_id, rangeIn(days))
    return months.map((month) => ({ ...month, currency }))
  },
  async churn(ctx, { account_id, ...days }) {
    const { currency, months } = await readChurn(ctx, account_id, rangeIn(days))
    return months.map((month) => ({ ...month, currency }))
  },
  async customers(ctx, { account_id, ...days }) {
    const { currency, months } = await readCustomers(ctx, account_id, rangeIn(days))
    return months.map((month) => ({ ...month, currency }))
  },
  async cohorts(ctx, { account_id, ...days }) {
    const { cohorts } = await readCohorts(ctx, account_id, rangeIn(days))
    return cohorts.flatMap(({ cohort, size, months }) =>
      months.map((month) => ({ cohort, size, ...month })),
    )
  },
  async executive(ctx, of) {
    const [revenue, growth, churn, customers] = await Promise.all(
      (['revenue', 'growth', 'churn', 'customers'] as const).map((type) => readers[type](ctx, of)),
    )
    const monthOf = (rows: Found[] | undefined, date: unknown) =>
      rows?.find((row) => row.date === date)
    return (revenue ?? []).map((month) => ({
      ...monthOf(churn, month.date),
      ...monthOf(customers, month.date),
      ...monthOf(growth, month.date),
      ...month,
    }))
  },
}

const rangeIn = ({ start_date, end_date }: DayRange) => ({ start: start_date, end: end_date })
