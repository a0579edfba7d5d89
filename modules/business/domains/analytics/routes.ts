import { resource } from '@powernode/server/platform/http/resource.ts'
import { ChurnMetrics, readChurn } from './churn.ts'
import { CohortMetrics, readCohorts } from './cohorts.ts'
import { CustomerMetrics, readCustomers } from './customers.ts'
import { GrowthMetrics, readGrowth } from './growth.ts'
import { LiveMetrics, readLive } from './live.ts'
import { RangeFilters, rangeOf } from './range.ts'
import { Interval, RevenueMetrics, readRevenue } from './revenue.ts'
import { ScopeFilter, scopeOf } from './scope.ts'
import { SnapshotUpdate, UpdatedSnapshots, updateSnapshots } from './updating.ts'

const can = 'analytics.read'
const query = { ...ScopeFilter, ...RangeFilters }

export const analytics = resource('/analytics', 'Recurring revenue, churn and cohorts', (r) => {
  r.get(
    '/live',
    {
      can,
      of: LiveMetrics,
      query: ScopeFilter,
      fails: ['not_found'],
      summary: 'Get today’s figures and those of the last seven days',
    },
    async ({ ctx, query }) => readLive(ctx, await scopeOf(ctx, query.account_id)),
  )
  r.get(
    '/revenue',
    {
      can,
      of: RevenueMetrics,
      query: { ...query, interval: Interval },
      fails: ['not_found'],
      summary: 'Get recurring revenue and its movements by month or day',
    },
    async ({ ctx, query }) =>
      readRevenue(ctx, await scopeOf(ctx, query.account_id), rangeOf(ctx, query), query.interval),
  )
  r.get(
    '/growth',
    {
      can,
      of: GrowthMetrics,
      query,
      fails: ['not_found'],
      summary: 'Get growth by month, and a forecast',
    },
    async ({ ctx, query }) =>
      readGrowth(ctx, await scopeOf(ctx, query.account_id), rangeOf(ctx, query)),
  )
  r.get(
    '/churn',
    {
      can,
      of: ChurnMetrics,
      query,
      fails: ['not_found'],
      summary: 'Get the customers and the revenue lost by month',
    },
    async ({ ctx, query }) =>
      readChurn(ctx, await scopeOf(ctx, query.account_id), rangeOf(ctx, query)),
  )
  r.get(
    '/cohorts',
    {
      can,
      of: CohortMetrics,
      query,
      fails: ['not_found'],
      summary: 'Get how many of the customers of each month still pay',
    },
    async ({ ctx, query }) =>
      readCohorts(ctx, await scopeOf(ctx, query.account_id), rangeOf(ctx, query)),
  )
  r.get(
    '/customers',
    {
      can,
      of: CustomerMetrics,
      query,
      fails: ['not_found'],
      summary: 'Get paying customers by month, plan and tenure, and the largest',
    },
    async ({ ctx, query }) =>
      readCustomers(ctx, await scopeOf(ctx, query.account_id), rangeOf(ctx, query)),
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
