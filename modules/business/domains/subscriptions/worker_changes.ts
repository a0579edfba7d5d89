import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { lockBilling } from '../billing/profile.ts'
import { waitForNextPeriod } from '../subscription_discounts/keeping.ts'
import { changeColumns, move } from './changes.ts'
import { endSubscription } from './ending.ts'
import { periodFrom } from './period.ts'
import {
  accountOfSubscription,
  type LockedSubscription,
  lockSubscription,
  readSubscription,
  SubscriptionStatus,
} from './subscription.ts'
import { invalidTransition, transitionBetween } from './transitions.ts'
import { requireSeenVersion } from './version.ts'

export const workerFields = {
  status: { ...SubscriptionStatus, description: 'Workers only: the new status' },
  current_period_start: Time('Workers only. Its day becomes the day on which periods begin'),
  current_period_end: Time('Workers only. Must be after the start'),
  trial_end: Time('Workers only'),
}

type WorkerChange = { [K in keyof typeof workerFields]?: Static<(typeof workerFields)[K]> } & {
  lock_version?: number
}

/** Changes a subscription of any account. The status changes only as transitions allow; 409 `invalid_transition` otherwise. */
export async function changeByWorker(
  platformCtx: PlatformCtx,
  id: string,
  { status, lock_version, ...times }: WorkerChange,
) {
  const ctx = platformCtx.inAccount(await accountOfSubscription(platformCtx, id))
  await ctx.transaction(async (tx) => {
    tx.unaudited('it may already be so')
    await lockBilling(tx)
    await requireSeenVersion(tx, id, lock_version)
    const before = await lockSubscription(tx, id)
    const changed = await changeTimes(tx, before, times)
    if (status !== undefined && status !== changed.status) await moveTo(tx, changed, status)
  })
  return readSubscription(ctx, id)
}

async function changeTimes(
  tx: Tx,
  before: LockedSubscription,
  times: Omit<WorkerChange, 'status' | 'lock_version'>,
): Promise<LockedSubscription> {
  if (Object.keys(times).length === 0) return before
  const start = times.current_period_start ?? before.current_period_start
  const end = times.current_period_end ?? before.current_period_end
  if (!start || !end || end <= start) {
    throw fail.invalid({ current_period_end: ['must be after the start'] })
  }
  await waitForNextPeriod(tx, before.id, end)
  const anchor = times.current_period_start?.getUTCDate()
  return changeColumns(tx, before, { ...times, ...(anchor && { billing_anchor_day: anchor }) })
}

async function moveTo(
  tx: Tx,
  subscription: LockedSubscription,
  status: NonNullable<WorkerChange['status']>,
) {
  const transition = transitionBetween(subscription.status, status)
  if (!transition) throw invalidTransition(subscription.status)
  if (transition === 'cancel') {
    return endSubscription(tx, subscription, { at: tx.now(), reason: 'requested' })
  }
  const { billing_cycle, current_period_end } = subscription
  const billing_anchor_day = tx.now().getUTCDate()
  const starts = transition === 'activate' && current_period_end === null
  await move(tx, subscription, transition, {
    ...(starts && {
      ...periodFrom(tx.now(), billing_cycle, billing_anchor_day),
      billing_anchor_day,
    }),
  })
}
