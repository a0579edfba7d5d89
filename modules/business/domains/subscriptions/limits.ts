import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  type AccountLimits,
  countLimited,
  type LimitName,
  limitNames,
  limitWords,
} from '@powernode/server/platform/module.ts'
import { accountLimits, limitsWithDefaults } from '../plans/limits.ts'
import { statusAt } from './status.ts'
import { hasService } from './transitions.ts'

/** The same limit for everything. */
const all = (limit: number) =>
  Object.fromEntries(limitNames().map((name) => [name, limit])) as AccountLimits

/**
 * The limits of an account: those of its plan, or zero once the subscription has ended. An account that never had a
 * subscription has no limits, nor has one of platform administrators.
 */
export async function limitsOf(ctx: Ctx): Promise<AccountLimits> {
  const latest = await latestStarted(ctx)
  if (!latest || (await runsTheServer(ctx))) return all(Number.POSITIVE_INFINITY)
  return hasService(latest.status) ? accountLimits(latest.limits) : all(0)
}

/**
 * Refuses what exceeds the plan. The counted rows are already written, or `ahead` is the number to come. Of two
 * concurrent requests the second counts the first, because both take the same lock.
 */
export async function enforceLimit(tx: Tx, name: LimitName, ahead = 0): Promise<void> {
  await tx
    .own('subscriptions')
    .select()
    .select('id')
    .where('status', 'not in', ['cancelled', 'incomplete_expired'])
    .forNoKeyUpdate()
    .execute()
  const limit = (await limitsOf(tx))[name]
  if (limit === Number.POSITIVE_INFINITY) return
  const count = (await countLimited(tx, name)) + ahead
  if (count <= limit) return
  throw fail.with('plan_limit_reached', `Your plan does not allow any more ${limitWords[name]}`, {
    limit,
    current: count - 1,
    name,
  })
}

/** The newest subscription that reached a first period. */
function latestStarted(ctx: Ctx) {
  return ctx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .select((eb) => [
      statusAt(ctx.now()).as('status'),
      limitsWithDefaults(eb.ref('plans.limits')).as('limits'),
    ])
    .where('current_period_start', 'is not', null)
    .orderBy('subscriptions.created_at', 'desc')
    .orderBy('subscriptions.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function runsTheServer(ctx: Ctx): Promise<boolean> {
  const admin = await ctx
    .own('user_roles')
    .select()
    .innerJoin('roles', 'roles.id', 'user_roles.role_id')
    .select('roles.id')
    .where('roles.role_type', '=', 'admin')
    .limit(1)
    .executeTakeFirst()
  return admin !== undefined
}
