import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import { type Ctx, callingUser, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Id } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

/** Whose metrics: those of an account, or null for all accounts. */
export type MetricScope = string | null

export const ScopeFilter = {
  account_id: Id(
    'Only this account. Users with `admin.analytics.read` otherwise get all accounts, others their own',
  ),
}

/** What a caller asks for: 403 for another account without the permission, 404 for an unknown one. */
export async function scopeOf(ctx: Ctx, account_id: string | undefined): Promise<MetricScope> {
  const seesAll = callingUser(ctx)?.permissions.has('admin.analytics.read') ?? false
  if (account_id === undefined) return seesAll ? null : ctx.account.id
  if (account_id === ctx.account.id) return account_id
  if (!seesAll) throw fail.forbidden('admin.analytics.read')
  return (await readAnyAccount(ctx, account_id)).id
}

/** The rows of revenue_snapshots in a scope. */
export function snapshotsIn(ctx: PlatformCtx, scope: MetricScope) {
  if (scope !== null) return ctx.inAccount(scope).own('revenue_snapshots').select()
  return everyone(ctx).selectFrom('revenue_snapshots').where('account_id', 'is', null)
}

export const movementsIn = (ctx: PlatformCtx, scope: MetricScope) =>
  scope === null
    ? everyone(ctx).selectFrom('mrr_movements')
    : ctx.inAccount(scope).own('mrr_movements').select()

export const changesIn = (ctx: PlatformCtx, scope: MetricScope) =>
  scope === null
    ? everyone(ctx).selectFrom('subscription_changes')
    : ctx.inAccount(scope).own('subscription_changes').select()

export const paymentsIn = (ctx: PlatformCtx, scope: MetricScope) =>
  scope === null
    ? everyone(ctx).selectFrom('payments')
    : ctx.inAccount(scope).own('payments').select()

const everyone = (ctx: PlatformCtx) => ctx.acrossAccounts('admin.analytics.read')
