import { isInAccount, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { forEachOf } from '@powernode/server/platform/kernel/lanes.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { lockBilling, tryLockBilling } from '../billing/profile.ts'
import { sweptAccounts } from '../test_clocks/billing_time.ts'
import { type AdvanceOutcome, advanceSubscription } from './advancing.ts'
import { INCOMPLETE_DAYS } from './status.ts'

const BATCH = 500
/** Subscriptions of different accounts rarely wait for each other. */
const AT_ONCE = 4

export const AdvancedSubscriptions = Shape('AdvancedSubscriptions', {
  reminded: Count('Subscriptions whose owners were reminded'),
  activated: Count('Trials that became active'),
  past_due: Count('Subscriptions that could not be paid'),
  renewed: Count('Subscriptions that were renewed without a payment'),
  billed: Count('Subscriptions whose payment was asked for'),
  behind: Count('Subscriptions that are too far behind to be billed', [0]),
  suspended: Count('Trials whose days to add a payment method are over'),
  cancelled: Count('Subscriptions that ended'),
  expired: Count('Subscriptions that were never paid'),
  withdrawn: Count('Upgrades that were never paid'),
  failed: Count('Subscriptions that could not be advanced; the log has the reasons', [0]),
})

/**
 * Renews, reminds or ends every subscription that is due, each in its own transaction; in the context of an account, its own. A
 * subscription that another process works on is left out, except for that of an account. Idempotent.
 */
export async function advanceSubscriptions(
  ctx: PlatformCtx,
): Promise<Static<typeof AdvancedSubscriptions>> {
  const names = Object.keys(AdvancedSubscriptions.properties)
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<
    AdvanceOutcome | 'failed',
    number
  >
  let after: string | undefined
  for (;;) {
    const batch = await listDue(ctx, after)
    await forEachOf(batch, AT_ONCE, async ({ id, account_id }) => {
      const outcome = await advanceInAccount(ctx, account_id, id)
      if (outcome) counts[outcome]++
    })
    if (batch.length < BATCH) return counts
    after = batch.at(-1)?.id
  }
}

/** One bad subscription never costs another's renewal. */
async function advanceInAccount(
  ctx: PlatformCtx,
  accountId: string,
  id: string,
): Promise<AdvanceOutcome | 'failed' | undefined> {
  const accountCtx = ctx.inAccount(accountId, { kind: 'system' })
  try {
    const advanced = await accountCtx.transaction(async (tx) => {
      tx.unaudited('what is done for the subscription is recorded there')
      const isLocked = isInAccount(ctx) ? await lockBilling(tx) : await tryLockBilling(tx)
      return isLocked && advanceSubscription(tx, id)
    })
    return advanced?.outcome
  } catch (error) {
    const reason = (error as Error).message
    ctx.log.error({ subscription: id, reason }, 'cannot advance subscription')
    return 'failed'
  }
}

function listDue(ctx: PlatformCtx, after: string | undefined) {
  const now = ctx.now()
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS)
  const { suspended_days } = ctx.platform.settings.values
  let query = ctx
    .acrossAccounts({ because: 'the sweep covers every account' })
    .selectFrom('subscriptions')
    .select(['id', 'account_id'])
    .where('status', 'not in', ['cancelled', 'incomplete_expired'])
    .where('collected_by', '=', 'self')
    .where(sweptAccounts(ctx))
    .where((eb) =>
      eb.or([
        eb.and([
          eb('current_period_end', '<=', now),
          eb.or([
            eb.and([
              eb('status', 'in', ['trialing', 'active', 'past_due']),
              eb.or([eb('collect_after', 'is', null), eb('collect_after', '<=', now)]),
            ]),
            eb('cancel_at_period_end', '=', true),
          ]),
        ]),
        eb.and([eb('status', '=', 'incomplete'), eb('created_at', '<=', inDays(-INCOMPLETE_DAYS))]),
        eb.and([
          ...[eb('status', '=', 'suspended'), eb('suspended_at', '<=', inDays(-suspended_days))],
          eb('dispute_id', 'is', null),
        ]),
        eb('upgrade_invoice_id', 'is not', null),
        eb.and([
          eb('status', '=', 'trialing'),
          eb('cancel_at_period_end', '=', false),
          eb('trial_end', '<=', inDays(7)),
          sql<boolean>`coalesce(trial_reminder_days, 8) > case
            when trial_end <= ${inDays(1)} then 1 when trial_end <= ${inDays(3)} then 3 else 7 end`,
        ]),
        eb.and([
          eb('status', '=', 'active'),
          eb('cancel_at_period_end', '=', false),
          eb('current_period_end', '<=', inDays(30)),
          sql<boolean>`plan_id in (select id from plans where billing_cycle = 'yearly' and price_cents > 0)`,
          sql<boolean>`coalesce(renewal_reminder_days, 31) > case
            when current_period_end <= ${inDays(7)} then 7 else 30 end`,
        ]),
      ]),
    )
    .orderBy('id')
    .limit(BATCH)
  if (after) query = query.where('id', '>', after)
  return query.execute()
}
