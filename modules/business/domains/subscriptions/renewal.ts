import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { hasUsablePaymentMethod } from '../payment_methods/payment_method.ts'
import { broadcastSubscription, broadcastUpdated, endSubscription } from './ending.ts'
import { notifyOwners } from './notifications.ts'
import { periodAt } from './period.ts'
import { INCOMPLETE_DAYS } from './status.ts'
import { lockSubscription } from './subscription.ts'
import { applyTransition } from './transitions.ts'

const BATCH = 500
/** Days before the end of a trial on which its owners are reminded. */
const REMINDERS = [1, 3, 7]

export const RenewedSubscriptions = Shape('RenewedSubscriptions', {
  reminded: Count('Trials whose owners were reminded'),
  activated: Count('Trials that became active'),
  past_due: Count('Trials that ended without a payment'),
  renewed: Count('Free subscriptions that were renewed'),
  cancelled: Count('Subscriptions cancelled at the end of their period'),
  expired: Count('Subscriptions that were never paid'),
  failed: Count('Subscriptions that could not be renewed; the log has the reasons', [0]),
})

type Outcome = keyof Static<typeof RenewedSubscriptions>
type Locked = Awaited<ReturnType<typeof lockSubscription>>

/** Renews or ends every subscription that is due, each in its own transaction. Idempotent. */
export async function renewSubscriptions(
  ctx: PlatformCtx,
): Promise<Static<typeof RenewedSubscriptions>> {
  const counts: Static<typeof RenewedSubscriptions> = {
    reminded: 0,
    activated: 0,
    past_due: 0,
    renewed: 0,
    cancelled: 0,
    expired: 0,
    failed: 0,
  }
  let after: string | undefined
  for (;;) {
    const batch = await listDue(ctx, after)
    for (const { id, account_id } of batch) {
      const accountCtx = ctx.inAccount(account_id, { kind: 'system' })
      const outcome = await accountCtx
        .transaction((tx) => renewSubscription(tx, id))
        .catch((error: Error): Outcome => {
          ctx.log.error({ subscription: id, reason: error.message }, 'cannot renew subscription')
          return 'failed'
        })
      if (outcome) counts[outcome]++
    }
    if (batch.length < BATCH) return counts
    after = batch.at(-1)?.id
  }
}

function listDue(ctx: PlatformCtx, after: string | undefined) {
  const now = ctx.now()
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS)
  let query = ctx
    .acrossAccounts({ because: 'the daily sweep covers every account' })
    .selectFrom('subscriptions')
    .select(['id', 'account_id'])
    .where((eb) =>
      eb.or([
        eb.and([eb('status', 'in', ['trialing', 'active']), eb('current_period_end', '<=', now)]),
        eb.and([
          eb('status', 'not in', ['cancelled', 'incomplete_expired']),
          eb('cancel_at_period_end', '=', true),
          eb('current_period_end', '<=', now),
        ]),
        eb.and([eb('status', '=', 'incomplete'), eb('created_at', '<=', inDays(-INCOMPLETE_DAYS))]),
        eb.and([
          eb('status', '=', 'trialing'),
          eb('cancel_at_period_end', '=', false),
          eb('trial_end', '<=', inDays(7)),
          sql<boolean>`coalesce(trial_reminder_days, 8) > case
            when trial_end <= ${inDays(1)} then 1 when trial_end <= ${inDays(3)} then 3 else 7 end`,
        ]),
      ]),
    )
    .orderBy('id')
    .limit(BATCH)
  if (after) query = query.where('id', '>', after)
  return query.execute()
}

/**
 * Does what is due for one subscription, checked again under its lock, because another process may have done it. Every
 * change of a subscription calls this first, so that no change is based on an outdated status.
 */
export async function renewSubscription(tx: Tx, id: string): Promise<Outcome | undefined> {
  const now = tx.now()
  const subscription = await lockSubscription(tx, id)
  const { status, current_period_end: periodEnd } = subscription
  if (status === 'incomplete') {
    const late = now.getTime() - subscription.created_at.getTime() >= INCOMPLETE_DAYS * DAY_MS
    return late ? expire(tx, subscription) : undefined
  }
  if (periodEnd === null || periodEnd > now) return remind(tx, subscription)
  if (subscription.cancel_at_period_end) {
    await endSubscription(tx, subscription, periodEnd)
    await notifyOwners(tx, 'cancelled', subscription)
    return 'cancelled'
  }
  if (subscription.price_cents === 0) return renew(tx, subscription, periodEnd)
  return status === 'trialing' ? endTrial(tx, subscription) : undefined
}

async function expire(tx: Tx, subscription: Locked): Promise<Outcome> {
  const status = await applyTransition(tx, subscription, 'expire', { ended_at: tx.now() })
  await tx.audit('subscription.expired', subscription.id, { new: { status } })
  await broadcastUpdated(tx, { ...subscription, status }, ['status'])
  return 'expired'
}

/** A free subscription continues from the end of its period or trial, for as many periods as passed. */
async function renew(tx: Tx, subscription: Locked, from: Date): Promise<Outcome> {
  const { id, billing_cycle, billing_anchor_day } = subscription
  const period = periodAt(tx.now(), from, billing_cycle, billing_anchor_day ?? from.getUTCDate())
  const changes = ['current_period_start', 'current_period_end']
  if (subscription.status === 'trialing') {
    const status = await applyTransition(tx, subscription, 'activate', period)
    await tx.audit('subscription.activated', id, { old: { status: 'trialing' }, new: { status } })
    await broadcastUpdated(tx, { ...subscription, status }, ['status', ...changes])
    return 'activated'
  }
  await tx
    .own('subscriptions')
    .update({ ...period, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
  await tx.audit('subscription.renewed', id, { new: { ...period } })
  await broadcastUpdated(tx, subscription, changes)
  return 'renewed'
}

/** A trial of a paid plan ends with a payment due, which a user must make. */
async function endTrial(tx: Tx, subscription: Locked): Promise<Outcome> {
  const status = await applyTransition(tx, subscription, 'mark_past_due')
  await tx.audit('subscription.past_due', subscription.id, {
    old: { status: 'trialing' },
    new: { status },
  })
  await broadcastUpdated(tx, { ...subscription, status }, ['status'])
  await notifyOwners(tx, 'past_due', subscription)
  return 'past_due'
}

async function remind(tx: Tx, subscription: Locked): Promise<Outcome | undefined> {
  const { id, plan_id, status, trial_end, trial_reminder_days } = subscription
  if (status !== 'trialing' || !trial_end || subscription.cancel_at_period_end) return undefined
  const days = (trial_end.getTime() - tx.now().getTime()) / DAY_MS
  const reminder = REMINDERS.find((mark) => days <= mark)
  if (reminder === undefined || reminder >= (trial_reminder_days ?? 8)) return undefined
  await tx
    .own('subscriptions')
    .update({ trial_reminder_days: reminder })
    .where('id', '=', id)
    .execute()
  const has_payment_method = await hasUsablePaymentMethod(tx)
  const days_left = Math.max(1, Math.ceil(days))
  await tx.audit('subscription.trial_ending', id, { metadata: { days_left, has_payment_method } })
  await tx.emit('subscription.trial_ending', { id, plan_id, days_left, has_payment_method })
  await broadcastSubscription(tx, 'trial_ending', { id, plan_id, status })
  await notifyOwners(tx, 'trial_ending', subscription, days_left)
  return 'reminded'
}
