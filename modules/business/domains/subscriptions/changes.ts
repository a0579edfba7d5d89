import type { AuditedAction, Tx } from '@powernode/server/platform/db/context.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { type LockedSubscription, subscriptionStream } from './subscription.ts'
import {
  applyTransition,
  type SubscriptionStatusName,
  type SubscriptionTransition,
} from './transitions.ts'

type Columns = NonNullable<Parameters<typeof applyTransition>[3]>

/** How each transition is recorded, and the times that it sets. */
const recorded = {
  activate: { action: 'subscription.activated', sets: [] },
  mark_past_due: { action: 'subscription.past_due', sets: ['past_due_since'] },
  mark_unpaid: { action: 'subscription.unpaid', sets: [] },
  suspend: { action: 'subscription.suspended', sets: ['suspended_at'] },
  pause: { action: 'subscription.paused', sets: ['paused_at'] },
  resume: { action: 'subscription.resumed', sets: [] },
  expire: { action: 'subscription.expired', sets: ['ended_at'] },
} as const satisfies Record<
  Exclude<SubscriptionTransition, 'cancel'>,
  { action: AuditedAction; sets: (keyof Columns)[] }
>

const IN_ORDER = {
  ...{ past_due_since: null, suspended_at: null, paused_at: null, pause_reason: null },
  ...{ collect_after: null, gateway_failing_since: null, dispute_id: null },
} as const

/** Moves a locked subscription to another status, recorded and notified. Returns it with its new columns. */
export async function move(
  tx: Tx,
  subscription: LockedSubscription,
  transition: keyof typeof recorded,
  given: Columns = {},
): Promise<LockedSubscription> {
  const { action, sets } = recorded[transition]
  const times = Object.fromEntries(sets.map((column) => [column, tx.now()]))
  const columns = { ...times, ...given }
  const isInOrder = transition === 'activate' || transition === 'resume'
  const status = await applyTransition(tx, subscription, transition, {
    ...(isInOrder && IN_ORDER),
    ...columns,
  })
  const changes = { status, ...columns }
  await tx.audit(action, subscription.id, diffOf(subscription, changes))
  const moved = { ...subscription, ...(isInOrder && IN_ORDER), ...changes } as LockedSubscription
  await broadcastUpdated(tx, moved, Object.keys(changes))
  return moved
}

/** Changes columns of a locked subscription, recorded and notified. Returns it with its new columns. */
export async function changeColumns(
  tx: Tx,
  subscription: LockedSubscription,
  columns: Columns,
  action: AuditedAction = 'subscription.updated',
): Promise<LockedSubscription> {
  await setColumns(tx, subscription.id, columns)
  await tx.audit(action, subscription.id, diffOf(subscription, columns))
  const changed = { ...subscription, ...columns } as LockedSubscription
  await broadcastUpdated(tx, changed, Object.keys(columns))
  return changed
}

/** Columns that only this server needs: nobody who changes a subscription has to know their values. */
const internal: readonly string[] = [
  'collect_after',
  'gateway_failing_since',
  'trial_reminder_days',
  'renewal_reminder_days',
] satisfies (keyof Columns)[]

/** Changes columns without a record, such as when it last reminded. */
export async function setColumns(tx: Tx, id: string, columns: Columns): Promise<void> {
  const isSeen = Object.keys(columns).some((column) => !internal.includes(column))
  await tx
    .own('subscriptions')
    .update({ ...columns, updated_at: tx.now() })
    .set((eb) => (isSeen ? { lock_version: eb('lock_version', '+', 1) } : {}))
    .where('id', '=', id)
    .execute()
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
