import { resource } from '@powernode/server/platform/http/resource.ts'
import { ChurnMetrics, readChurn } from './churn.ts'
import { CohortMetrics, readCohorts } from './cohorts.ts'
import { CustomerMetrics, readCustomers } from './customers.ts'
import { GrowthMetrics, readGrowth } from './growth.ts'
import { LiveMetrics, readLive } from './live.ts'
import { RangeFilters, rangeOf } from './range.ts'
import { Interval, RevenueMetrics, readRevenue } from './revenue.ts'
import { scopeOf } from './scope.ts'
import { SnapshotUpdate, UpdatedSnapshots, updateSnapshots } from './updating.ts'

/** Of the account; administrators get all accounts, or the one they name. */
const reading = { can: 'analytics.read', otherAccount: 'admin.analytics.read' } as const

export const analytics = resource('/analytics', 'Recurring revenue, churn and cohorts', (r) => {
  r.get(
    '/live',
    {
      ...reading,
      of: LiveMetrics,
      summary: 'Get today’s figures and those of the last seven days',
    },
    (input) => readLive(input.ctx, scopeOf(input)),
  )
  r.get(
    '/revenue',
    {
      ...reading,
      of: RevenueMetrics,
      query: { ...RangeFilters, interval: Interval },
      summary: 'Get recurring revenue and its movements by month or day',
    },
    (input) =>
      readRevenue(input.ctx, scopeOf(input), rangeOf(input.ctx, input.query), input.query.interval),
  )
  r.get(
    '/growth',
    {
      ...reading,
      of: GrowthMetrics,
      query: RangeFilters,
      summary: 'Get growth by month, and a forecast',
    },
    (input) => readGrowth(input.ctx, scopeOf(input), rangeOf(input.ctx, input.query)),
  )
  r.get(
    '/churn',
    {
      ...reading,
      of: ChurnMetrics,
      query: RangeFilters,
      summary: 'Get the customers and the revenue lost by month',
    },
    (input) => readChurn(input.ctx, scopeOf(input), rangeOf(input.ctx, input.query)),
  )
  r.get(
    '/cohorts',
    {
      ...reading,
      of: CohortMetrics,
      query: RangeFilters,
      summary: 'Get how many of the customers of each month still pay',
    },
    (input) => readCohorts(input.ctx, scopeOf(input), rangeOf(input.ctx, input.query)),
  )
  r.get(
    '/customers',
    {
      ...reading,
      of: CustomerMetrics,
      query: RangeFilters,
      summary: 'Get paying customers by month, plan and tenure, and the largest',
    },
    (input) => readCustomers(input.ctx, scopeOf(input), rangeOf(input.ctx, input.query)),
  )
  r.post(
    '/update_revenue_snapshots',
    {
      can: 'system.analytics.update',
      body: SnapshotUpdate,
      of: UpdatedSnapshots,
      status: 200,
      fails: ['not_found'],
      summary: 'Compute metrics from recorded changes and payments',
    },
    ({ ctx, body }) => updateSnapshots(ctx, body),
  )
})
