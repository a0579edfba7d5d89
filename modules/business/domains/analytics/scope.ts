import { type Ctx, callingUser, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { FastifyRequest } from 'fastify'

/** Whose metrics: those of an account, or null for all accounts. */
export type MetricScope = string | null

/**
 * What a caller asks for: with `admin.analytics.read` all accounts, unless `account_id` is given, which already decided the
 * account of the context; otherwise their own.
 */
export function scopeOf({ ctx, request }: { ctx: Ctx; request: FastifyRequest }): MetricScope {
  const { account_id } = request.query as { account_id?: string }
  const seesAll = callingUser(ctx)?.permissions.has('admin.analytics.read') ?? false
  return seesAll && account_id === undefined ? null : ctx.account.id
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

export const refundsIn = (ctx: PlatformCtx, scope: MetricScope) =>
  scope === null
    ? everyone(ctx).selectFrom('refunds')
    : ctx.inAccount(scope).own('refunds').select()

const everyone = (ctx: PlatformCtx) => ctx.acrossAccounts('admin.analytics.read')
