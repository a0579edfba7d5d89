import type { Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, dayOf } from '@powernode/server/platform/kernel/time.ts'
import { linesOfPeriod, periodOf } from '../invoices/generating.ts'
import { previewInvoice } from '../invoices/preview.ts'
import { hasUsablePaymentMethod } from '../payment_methods/payment_method.ts'
import { broadcastSubscription, setColumns } from './changes.ts'
import { amountInWords, notifyOwners } from './notifications.ts'
import { mailOwners } from './owner_mails.ts'
import type { LockedSubscription } from './subscription.ts'

/** Days before the end of a trial, and before the renewal of a yearly period, on which owners are reminded. */
export const TRIAL_REMINDERS = [1, 3, 7]
export const RENEWAL_REMINDERS = [7, 30]

/** Reminds the owners of what comes next, once for each mark. Returns whether it did. */
export async function remind(tx: Tx, subscription: LockedSubscription): Promise<boolean> {
  if (subscription.cancel_at_period_end) return false
  if (subscription.status === 'trialing') return remindOfTrial(tx, subscription)
  return subscription.status === 'active' ? remindOfRenewal(tx, subscription) : false
}

async function remindOfTrial(tx: Tx, subscription: LockedSubscription): Promise<boolean> {
  const { id, plan_id, status, trial_end, trial_reminder_days } = subscription
  const mark = nextMark(tx, TRIAL_REMINDERS, trial_end, trial_reminder_days)
  if (!mark) return false
  await setColumns(tx, id, { trial_reminder_days: mark.days })
  const has_payment_method = await hasUsablePaymentMethod(tx)
  const { days_left } = mark
  await tx.audit('subscription.trial_ending', id, { metadata: { days_left, has_payment_method } })
  await tx.emit('subscription.trial_ending', { id, plan_id, days_left, has_payment_method })
  await broadcastSubscription(tx, 'trial_ending', { id, plan_id, status })
  await notifyOwners(tx, 'trial_ending', subscription, { days: days_left })
  return true
}

/** A yearly payment is announced with its amount, because nobody remembers it. */
async function remindOfRenewal(tx: Tx, subscription: LockedSubscription): Promise<boolean> {
  const { id, billing_cycle, price_cents, current_period_end, renewal_reminder_days } = subscription
  if (billing_cycle !== 'yearly' || price_cents === 0 || !current_period_end) return false
  const mark = nextMark(tx, RENEWAL_REMINDERS, current_period_end, renewal_reminder_days)
  if (!mark) return false
  await setColumns(tx, id, { renewal_reminder_days: mark.days })
  const lines = linesOfPeriod(subscription, periodOf(subscription, 'renewal'))
  const { amount_due_cents, currency } = await previewInvoice(tx, { ...subscription, lines })
  const { days_left } = mark
  await tx.audit('subscription.renewal_reminded', id, { metadata: { days_left, amount_due_cents } })
  await mailOwners(tx, 'renewal_reminder', {
    plan: subscription.plan_name,
    amount: amountInWords(amount_due_cents, currency),
    day: dayOf(current_period_end),
  })
  return true
}

/** The mark that is reached and was not reminded of yet, with the days that are left. */
function nextMark(tx: Tx, marks: number[], end: Date | null, last: number | null) {
  if (!end) return undefined
  const left = (end.getTime() - tx.now().getTime()) / DAY_MS
  const days = marks.find((mark) => left <= mark)
  if (days === undefined || days >= (last ?? Number.POSITIVE_INFINITY)) return undefined
  return { days, days_left: Math.max(1, Math.ceil(left)) }
}
