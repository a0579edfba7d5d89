import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  DayText,
  Flag,
  Id,
  ListOf,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { Cents } from '../invoices/line.ts'
import { answerOf, MetricAnswer, Mrr, Partial } from './answer.ts'
import { averageChurn } from './churn.ts'
import { addUp, arpuOf, lifetimeValue } from './figures.ts'
import type { MetricRange } from './range.ts'
import { standingOf } from './revenue.ts'
import type { MetricScope } from './scope.ts'
import { type CohortShare, readSnapshots, type Snapshot } from './snapshot.ts'
import { withStanding } from './standing_of_account.ts'

const segments = ['new', 'growing', 'mature'] as const

const PlanName = Shape({ id: Id('The plan'), name: Text(100, { description: 'Its name' }) })

export const CustomerMetrics = MetricAnswer('CustomerMetrics', {
  current_metrics: Shape({
    paying_customers: Count('Paying accounts', [4]),
    arpu_cents: Cents('Average revenue per user', 3333),
    ltv_cents: Cents('Lifetime value', 66_660),
    ltv_is_floor: Flag('Whether there was no churn, so that the lifetime value is a lower limit'),
  }),
  months: ListOf(
    Shape('CustomerMonth', {
      date: DayText('The first day of the month'),
      paying_customers: Count('Paying accounts at its end', [4]),
      new_customers: Count('Accounts that paid for the first time', [1]),
      reactivated_customers: Count('How often an account began to pay again', [0]),
      churned_customers: Count('How often an account stopped paying', [0]),
      net_growth: Type.Integer({ description: 'Paying accounts gained or lost', examples: [1] }),
      arpu_cents: Cents('Average revenue per user', 4179),
      partial: Partial,
    }),
    { description: 'Oldest first' },
  ),
  by_plan: ListOf(
    Shape({ plan: PlanName, customers: Count('Paying accounts', [2]), mrr_cents: Mrr }),
    { description: 'At the end of the range, the plan with the most revenue first' },
  ),
  by_tenure: ListOf(
    Shape({
      segment: Choice(
        segments,
        'New: under 3 months since the month of the first payment; growing: 3 to 11; mature: 12 or more',
      ),
      customers: Count('Paying accounts', [2]),
      mrr_cents: Mrr,
    }),
    { description: 'At the end of the range' },
  ),
  largest: ListOf(
    Shape({
      account: Shape({ id: Id('The account'), name: Text(100, { description: 'Its name' }) }),
      plan: PlanName,
      mrr_cents: Mrr,
      since: DayText('The day of the first payment'),
    }),
    { description: 'The 50 accounts with the most recurring revenue at the end of the range' },
  ),
})

/** Paying accounts by month, and who they are at the end of the range. */
export async function readCustomers(
  ctx: PlatformCtx,
  scope: MetricScope,
  range: MetricRange,
): Promise<Static<typeof CustomerMetrics>> {
  const series = await readSnapshots(ctx, scope, range, 'monthly')
  const snapshots = await withStanding(ctx, scope, series.snapshots)
  const last = snapshots.at(-1)
  const { paying_customers, arpu_cents } = standingOf(last)
  const plans = await namesOf(
    ctx,
    'plans',
    [...(last?.plans ?? []), ...(last?.largest ?? [])].map(({ plan_id }) => plan_id),
  )
  const accounts = await namesOf(
    ctx,
    'accounts',
    (last?.largest ?? []).map(({ account_id }) => account_id),
  )
  const planOf = (id: string) => ({ id, name: plans.get(id) ?? '–' })
  return {
    ...answerOf(scope, range, series, [
      'paying_customers',
      'arpu_cents',
      'ltv_cents',
      'mrr_cents',
      'by_tenure',
    ]),
    current_metrics: {
      ...{ paying_customers, arpu_cents },
      ...lifetimeValue(arpu_cents, averageChurn(snapshots)),
    },
    months: snapshots.map(monthOf),
    by_plan: (last?.plans ?? []).map(({ plan_id, ...share }) => ({
      plan: planOf(plan_id),
      ...share,
    })),
    by_tenure: tenuresOf(last),
    largest: (last?.largest ?? []).map(({ account_id, plan_id, mrr_cents, since }) => ({
      account: { id: account_id, name: accounts.get(account_id) ?? '–' },
      plan: planOf(plan_id),
      ...{ mrr_cents, since },
    })),
  }
}

function monthOf(snapshot: Snapshot) {
  const {
    date,
    paying_customers,
    new_customers,
    reactivated_customers,
    churned_customers,
    partial,
  } = snapshot
  return {
    ...{ date, paying_customers, new_customers, reactivated_customers, churned_customers, partial },
    net_growth: new_customers + reactivated_customers - churned_customers,
    arpu_cents: arpuOf(snapshot),
  }
}

function tenuresOf(last: Snapshot | undefined) {
  const cohorts = last?.cohorts ?? []
  return segments.map((segment) => {
    const members = cohorts.filter(
      ({ cohort }) => segmentOf(cohort, last?.date ?? cohort) === segment,
    )
    return {
      segment,
      customers: addUp(members, ({ customers }: CohortShare) => customers),
      mrr_cents: addUp(members, ({ mrr_cents }: CohortShare) => mrr_cents),
    }
  })
}

function segmentOf(cohort: string, month: string) {
  const monthsSince = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7))
  const age = monthsSince(month) - monthsSince(cohort)
  return age < 3 ? 'new' : age < 12 ? 'growing' : 'mature'
}

async function namesOf(ctx: PlatformCtx, table: 'plans' | 'accounts', ids: string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await ctx.db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
