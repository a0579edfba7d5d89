import type { Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, dayOf } from '@powernode/server/platform/kernel/time.ts'
import { move } from './changes.ts'
import { endSubscription } from './ending.ts'
import { notifyOwners } from './notifications.ts'
import { mailOwners } from './owner_mails.ts'
import type { LockedSubscription } from './subscription.ts'

/** Suspends an unpaid subscription: nothing can be added until it is paid. `path` is the page where it can be paid. */
export async function suspendSubscription(
  tx: Tx,
  subscription: LockedSubscription,
  { reason, path }: { reason: string; path?: string } = {
    reason: 'This account has no payment method.',
  },
): Promise<void> {
  await move(tx, subscription, 'suspend')
  await notifyOwners(tx, 'suspended', subscription, { mail: false })
  const ends = dayOf(endOfSuspension(tx, tx.now()))
  await mailOwners(
    tx,
    'subscription_suspended',
    { plan: subscription.plan_name, reason, ends },
    path,
  )
}

/** Ends a subscription that was suspended for as long as the settings allow. Returns whether it did. */
export async function endUnpaid(tx: Tx, subscription: LockedSubscription): Promise<boolean> {
  const { suspended_at, dispute_id } = subscription
  // A dispute takes as long as the bank wants.
  if (!suspended_at || dispute_id || tx.now() < endOfSuspension(tx, suspended_at)) return false
  await endSubscription(tx, subscription, { at: tx.now(), reason: 'payment_failure' })
  await notifyOwners(tx, 'cancelled', subscription, { mail: false })
  await mailOwners(tx, 'subscription_ended', { plan: subscription.plan_name })
  return true
}

function endOfSuspension({ platform }: Pick<Tx, 'platform'>, since: Date): Date {
  return new Date(since.getTime() + platform.settings.values.suspended_days * DAY_MS)
}
