import type { Tx } from '@powernode/server/platform/db/context.ts'
import { type lockSubscription, subscriptionStream } from './subscription.ts'
import { applyTransition, type SubscriptionStatusName } from './transitions.ts'

type Locked = Awaited<ReturnType<typeof lockSubscription>>

/** Ends a locked subscription as of `at`. */
export async function endSubscription(tx: Tx, subscription: Locked, at: Date): Promise<void> {
  const { id, plan_id } = subscription
  const status = await applyTransition(tx, subscription, 'cancel', {
    cancelled_at: subscription.cancelled_at ?? tx.now(),
    ended_at: at,
  })
  await tx.audit('subscription.cancelled', id, {
    old: { status: subscription.status },
    new: { status },
  })
  await tx.emit('subscription.cancelled', { id, plan_id, status })
  await broadcastSubscription(tx, 'subscription_cancelled', { id, plan_id, status })
}

/** Notifies webhooks and the channel that a subscription changed. */
export async function broadcastUpdated(
  tx: Tx,
  { id, plan_id, status }: { id: string; plan_id: string; status: SubscriptionStatusName },
  changes: string[],
): Promise<void> {
  await tx.emit('subscription.updated', { id, plan_id, status, changes })
  await broadcastSubscription(tx, 'subscription_updated', { id, plan_id, status })
}

export function broadcastSubscription(tx: Tx, type: string, subscription: Record<string, unknown>) {
  const timestamp = tx.now().toISOString()
  return tx.broadcast(subscriptionStream(tx.account.id), { type, subscription, timestamp })
}
