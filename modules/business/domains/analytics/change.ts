import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { monthlyValue } from '../../pricing/price.ts'
import { cycleMonths } from '../subscriptions/period.ts'
import { lockSubscription } from '../subscriptions/subscription.ts'
import { termsOf } from '../subscriptions/terms.ts'
import { hasService } from '../subscriptions/transitions.ts'
import { requestLive } from './announcing.ts'
import { movementOf } from './movement.ts'

type Subscription = Awaited<ReturnType<typeof lockSubscription>>
type Last = Awaited<ReturnType<typeof lastChange>>
type ChangeKind = DB['subscription_changes']['kind']

/**
 * Records what a subscription is worth after a change, inside the transaction of the change. Nothing is recorded if nothing
 * changed that metrics depend on.
 */
export async function recordChange(
  tx: Tx,
  { id, changes = [] }: { id: string; changes?: string[] },
): Promise<void> {
  const subscription = await lockSubscription(tx, id)
  const last = await lastChange(tx)
  const mrr_cents = monthlyValueOf(tx, subscription)
  const kind = kindOf(subscription, mrr_cents, last, changes)
  if (!kind) return
  const change = {
    id: randomUUIDv7(),
    subscription_id: id,
    position: (last?.position ?? 0) + 1,
    at: effectiveAt(tx, subscription, last),
    kind,
    mrr_cents,
    currency: subscription.currency,
    created_at: tx.now(),
  }
  const { status, plan_id, quantity } = subscription
  await tx
    .own('subscription_changes')
    .insert({ ...change, status, plan_id, quantity, service: hasService(status) })
    .execute()
  await recordMovement(tx, last?.mrr_cents ?? 0, change, isInvoluntary(subscription))
  await requestLive(tx)
  if (dayOf(change.at) < dayOf(tx.realNow())) {
    await tx.enqueue('update_revenue_snapshots', { date: dayOf(change.at) })
  }
}

/** What a subscription is worth for one month: nothing unless it is active or past due. */
function monthlyValueOf(tx: Tx, subscription: Subscription): number {
  const { status, billing_cycle } = subscription
  if (status !== 'active' && status !== 'past_due') return 0
  const { current_period_end: end } = subscription
  // A renewal that is late has not counted yet.
  const at = end && end <= tx.now() ? new Date(end.getTime() - 1) : tx.now()
  const terms = termsOf(subscription, at, { lasting: true })
  return Number(monthlyValue(terms, cycleMonths[billing_cycle]))
}

/** The account has one live subscription, and ended ones never change, so its last change is its present state. */
function lastChange(tx: Tx) {
  return tx
    .own('subscription_changes')
    .select()
    .select(['position', 'at', 'subscription_id', 'status', 'plan_id', 'quantity', 'mrr_cents'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function kindOf(
  { id, status, plan_id, quantity }: Subscription,
  mrr_cents: number,
  last: Last,
  changes: string[],
): ChangeKind | undefined {
  if (last?.subscription_id !== id) return 'created'
  if (plan_id !== last.plan_id) return 'plan'
  if (quantity !== last.quantity) return 'quantity'
  if (status !== last.status) return status === 'active' ? 'activated' : 'status'
  if (changes.includes('current_period_start')) return 'renewed'
  return mrr_cents === last.mrr_cents ? undefined : 'discount'
}

/** The sweep ends periods and trials after their time: the change counts from that time, but never before the last one. */
function effectiveAt(tx: Tx, { status, ended_at, trial_end }: Subscription, last: Last): Date {
  const now = tx.now()
  const leftTrial = last?.status === 'trialing' && status !== 'trialing'
  const due = ended_at ?? (leftTrial ? trial_end : null) ?? now
  const at = due < now ? due : now
  return last && last.at > at ? last.at : at
}

type Recorded = {
  id: string
  position: number
  at: Date
  mrr_cents: number
  currency: Subscription['currency']
  created_at: Date
}

/** Whether a subscription that stopped to pay did so because its payments failed, and not because its account chose to. */
const isInvoluntary = ({ status, cancel_reason }: Subscription): boolean =>
  ['suspended', 'unpaid', 'incomplete_expired'].includes(status) ||
  (status === 'cancelled' && cancel_reason === 'payment_failure')

async function recordMovement(
  tx: Tx,
  before: number,
  change: Recorded,
  involuntary: boolean,
): Promise<void> {
  const { id: change_id, at, position, mrr_cents, currency, created_at } = change
  const paidBefore = before > 0 || (mrr_cents > 0 && (await everPaid(tx)))
  const movement = movementOf(before, mrr_cents, paidBefore)
  if (!movement) return
  const row = { change_id, date: dayOf(at), position, mrr_cents, currency, created_at }
  await tx
    .own('mrr_movements')
    .insert({ ...row, ...movement, involuntary: involuntary && movement.kind === 'churn' })
    .execute()
}

async function everPaid(tx: Tx): Promise<boolean> {
  const movement = await tx
    .own('mrr_movements')
    .select()
    .select('change_id')
    .limit(1)
    .executeTakeFirst()
  return movement !== undefined
}
