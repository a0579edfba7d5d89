import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import type { MetricScope } from './scope.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Adds who was paying to the snapshots of one account, whose rows do not store it: the account itself, on its present plan.
 * Those of all accounts have it.
 */
export async function withStanding(
  ctx: PlatformCtx,
  scope: MetricScope,
  snapshots: Snapshot[],
): Promise<Snapshot[]> {
  if (scope === null) return snapshots
  const first = await ctx
    .inAccount(scope)
    .own('mrr_movements')
    .select()
    .select((eb) => [
      sql<string>`date::text`.as('since'),
      eb
        .selectFrom('subscription_changes as last')
        .select('plan_id')
        .whereRef('last.account_id', '=', 'mrr_movements.account_id')
        .orderBy('last.position', 'desc')
        .limit(1)
        .as('plan_id'),
    ])
    .where('kind', '=', 'new')
    .executeTakeFirst()
  if (!first?.plan_id) return snapshots
  const { since, plan_id } = first
  return snapshots.map((snapshot) => {
    const { mrr_cents, paying_customers: customers } = snapshot
    if (customers === 0) return snapshot
    return {
      ...snapshot,
      plans: [{ plan_id, customers, mrr_cents }],
      cohorts: [{ cohort: since.slice(0, 7), customers, mrr_cents }],
      largest: [{ account_id: scope, plan_id, mrr_cents, since }],
    }
  })
}
