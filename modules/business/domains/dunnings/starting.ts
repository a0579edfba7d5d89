import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { move } from '../subscriptions/changes.ts'
import type { LockedSubscription } from '../subscriptions/subscription.ts'
import { isAllowed } from '../subscriptions/transitions.ts'
import { lockOpenDunning } from './dunning.ts'
import { mailPaymentFailed } from './notices.ts'
import { dunningDays } from './settings.ts'
import { nextStepAt } from './timetable.ts'

/** How long a new payment method is waited for, after the old one failed for good. */
const NEW_METHOD_DAYS = 7

type StopReason = DB['dunnings']['stopped_because']

interface FailedPayment {
  invoice_id: string
  failure_reason: string
  stopped_because: StopReason
}

/**
 * Starts the dunning of an invoice whose payment failed: the subscription is past due, and the owners are told why. Does
 * nothing if it has started. The caller holds the billing lock.
 */
export async function startDunning(
  tx: Tx,
  subscription: LockedSubscription,
  { invoice_id, failure_reason, stopped_because }: FailedPayment,
): Promise<void> {
  if (await lockOpenDunning(tx, invoice_id)) return
  const subscription_id = subscription.id
  await insertDunning(tx, { invoice_id, subscription_id, failure_reason, stopped_because })
  if (isAllowed('mark_past_due', subscription.status)) {
    await move(tx, subscription, 'mark_past_due')
  }
  await mailPaymentFailed(tx, subscription, { invoice_id, failure_reason, stopped_because })
}

/** Opens the dunning of an invoice, recorded and notified. Returns its id. */
export async function insertDunning(
  tx: Tx,
  { invoice_id, subscription_id, ...why }: FailedPayment & { subscription_id: string },
): Promise<{ id: string }> {
  const now = tx.now()
  const id = randomUUIDv7()
  const steps = { firstFailedAt: now, done: 0, now }
  const dunning = { id, invoice_id, subscription_id, status: 'open' as const }
  await tx
    .own('dunnings')
    .insert({
      ...{ ...dunning, ...why, first_failed_at: now },
      ...{ next_step_at: nextStepAt(dunningDays(tx), steps) ?? now },
      ...{ grace_until: graceAfter(tx, why.stopped_because), created_at: now, updated_at: now },
    })
    .execute()
  await tx.audit('dunning.started', id, { new: { ...dunning, ...why } })
  await tx.emit('dunning.started', dunning)
  return { id }
}

/** Until when a new payment method is waited for; null if the old one may work again. */
export function graceAfter(tx: Tx, stopped_because: StopReason): Date | null {
  if (stopped_because === null || stopped_because === 'authentication') return null
  return new Date(tx.now().getTime() + NEW_METHOD_DAYS * DAY_MS)
}
