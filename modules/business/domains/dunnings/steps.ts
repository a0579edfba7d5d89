import type { Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { tryCollecting } from '../subscriptions/collection.ts'
import { lockSubscription } from '../subscriptions/subscription.ts'
import { suspendSubscription } from '../subscriptions/suspending.ts'
import { isAllowed } from '../subscriptions/transitions.ts'
import { type LockedDunning, lockOpenDunning, writeDunning } from './dunning.ts'
import { mailReminder, payPath } from './notices.ts'
import { dunningDays } from './settings.ts'
import { graceAfter } from './starting.ts'
import { nextStepAt, noticeOf } from './timetable.ts'

export type StepOutcome = 'attempted' | 'reminded' | 'suspended' | 'waiting'

/**
 * Does the step that is due: tries the payment again, whose failure ends the step, or only reminds if it would fail anyway.
 * Undefined if no step is due. The caller holds the billing lock.
 */
export async function runStep(tx: Tx, invoiceId: string): Promise<StepOutcome | undefined> {
  const dunning = await lockOpenDunning(tx, invoiceId)
  if (!dunning?.next_step_at || dunning.next_step_at > tx.now()) return undefined
  if (dunning.stopped_because !== null) return finishStep(tx, dunning)
  const { payment_id, refused } = await tryCollecting(tx, invoiceId, { on_session: false })
  if (refused) {
    const stopped_because =
      refused === 'too_many_payment_attempts' ? null : ('no_payment_method' as const)
    const columns = { stopped_because, grace_until: graceAfter(tx, stopped_because) }
    await writeDunning(tx, dunning.id, columns)
    return finishStep(tx, { ...dunning, ...columns })
  }
  // Credit of the account paid it.
  if (!payment_id) return 'attempted'
  const attempts = dunning.step + 2
  // If the payment is never settled, the step is repeated, which finds the same payment.
  const next_step_at = new Date(tx.now().getTime() + DAY_MS)
  await writeDunning(tx, dunning.id, { payment_id, attempts, next_step_at })
  await tx.audit('dunning.attempted', dunning.id, { new: { payment_id, attempts } })
  return 'attempted'
}

/** Ends a step that did not bring the payment: reminds the owners, or suspends the subscription after the last one. */
export async function finishStep(tx: Tx, dunning: LockedDunning): Promise<StepOutcome> {
  const { id, invoice_id, first_failed_at, grace_until, failure_reason } = dunning
  const days = dunningDays(tx)
  const done = dunning.step + 1
  const now = tx.now()
  const notice = noticeOf(days, done)
  const subscription = await lockSubscription(tx, dunning.subscription_id)
  if (notice === 'suspended') {
    if (grace_until && grace_until > now) {
      await writeDunning(tx, id, { next_step_at: grace_until, payment_id: null })
      tx.unaudited('nothing happens until a new payment method was waited for')
      return 'waiting'
    }
    await writeDunning(tx, id, { step: done, next_step_at: null, payment_id: null })
    if (isAllowed('suspend', subscription.status)) {
      const reason = `The payment failed: ${failure_reason}`
      await suspendSubscription(tx, subscription, { reason, path: payPath(invoice_id) })
    }
    return 'suspended'
  }
  const next_step_at = nextStepAt(days, { firstFailedAt: first_failed_at, done, now }) ?? now
  await writeDunning(tx, id, { step: done, next_step_at, payment_id: null })
  const suspendsAt = grace_until && grace_until > next_step_at ? grace_until : next_step_at
  await mailReminder(tx, subscription, {
    ...dunning,
    suspendsAt: notice === 'last_warning' ? suspendsAt : null,
  })
  await tx.audit('dunning.reminded', id, { metadata: { step: done, notice } })
  return 'reminded'
}
