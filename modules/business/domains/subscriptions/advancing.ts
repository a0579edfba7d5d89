import type { Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { lockInvoice } from '../invoices/announcing.ts'
import { hasUsablePaymentMethod } from '../payment_methods/payment_method.ts'
import { releaseDiscounts } from '../subscription_discounts/keeping.ts'
import { move } from './changes.ts'
import { endSubscription, openInvoices, withdrawInvoice } from './ending.ts'
import { notifyOwners } from './notifications.ts'
import { periodFrom } from './period.ts'
import { remind } from './reminders.ts'
import { alertBehind } from './renewal_alerts.ts'
import { applyPending, type Billed, billNextPeriod, isUnpaidTrial, renewFree } from './renewing.ts'
import { INCOMPLETE_DAYS } from './status.ts'
import { type LockedSubscription, lockSubscription } from './subscription.ts'
import { endUnpaid, suspendSubscription } from './suspending.ts'
import { hasEnded } from './transitions.ts'
import { withdrawUpgrade } from './upgrading.ts'

/** After a trial without a payment method, the account keeps its plan for so long. */
export const GRACE_DAYS = 3
/** A subscription that is further behind is not billed: nobody wants a year at once. */
const MOST_PERIODS_BEHIND = 3

export type AdvanceOutcome =
  | 'reminded'
  | 'activated'
  | 'past_due'
  | 'renewed'
  | 'billed'
  | 'behind'
  | 'suspended'
  | 'cancelled'
  | 'expired'
  | 'withdrawn'

export interface Advanced {
  outcome: AdvanceOutcome
  billed?: Billed
}

interface AdvanceOptions {
  /** The next period is billed so many milliseconds before it starts. */
  ahead?: number
  /** Whether money is asked for. Cancelling does not ask for what it is about to end. */
  bills?: boolean
  /** Asks for a payment although it was asked for a short time ago. */
  again?: boolean
}

/**
 * Does what is due for one subscription, checked again under its lock, because another process may have done it. Every
 * change of a subscription calls this first, so that no change is based on an outdated status. The caller holds the
 * billing lock.
 */
export async function advanceSubscription(
  tx: Tx,
  id: string,
  { ahead = 0, bills = true, again = false }: AdvanceOptions = {},
): Promise<Advanced | undefined> {
  const now = tx.now().getTime()
  const subscription = await lockSubscription(tx, id)
  const { status, collected_by, current_period_end: periodEnd } = subscription
  // Its events move it: to renew it here as well would charge twice.
  if (collected_by === 'gateway' || hasEnded(status)) return undefined
  if (status === 'incomplete') return expireLate(tx, subscription)
  if (await withdrawLateUpgrade(tx, subscription)) return { outcome: 'withdrawn' }
  if (status === 'suspended') {
    return (await endUnpaid(tx, subscription)) ? { outcome: 'cancelled' } : undefined
  }
  if (!periodEnd || periodEnd.getTime() > now + ahead) {
    return (await remind(tx, subscription)) ? { outcome: 'reminded' } : undefined
  }
  if (subscription.cancel_at_period_end && periodEnd.getTime() <= now) {
    await endSubscription(tx, subscription, { at: periodEnd, reason: 'requested' })
    await notifyOwners(tx, 'cancelled', subscription)
    return { outcome: 'cancelled' }
  }
  if (subscription.cancel_at_period_end) return undefined
  if (status === 'past_due') return bills ? advancePastDue(tx, subscription, again) : undefined
  if (status !== 'trialing' && status !== 'active') return undefined
  if (subscription.price_cents > 0 || subscription.pending_plan_id) {
    return bills ? startNextPeriod(tx, subscription, periodEnd, again) : undefined
  }
  await renewFree(tx, subscription, periodEnd)
  return { outcome: status === 'trialing' ? 'activated' : 'renewed' }
}

async function startNextPeriod(
  tx: Tx,
  current: LockedSubscription,
  periodEnd: Date,
  again: boolean,
): Promise<Advanced | undefined> {
  if (!again && isAsked(tx, current)) return undefined
  const subscription = await applyPending(tx, current)
  const { status, price_cents } = subscription
  if (price_cents === 0) {
    await renewFree(tx, subscription, periodEnd)
    return { outcome: status === 'trialing' ? 'activated' : 'renewed' }
  }
  if (status === 'trialing' && !(await hasUsablePaymentMethod(tx)))
    return endTrial(tx, subscription)
  if (periodsBehind(tx, subscription, periodEnd) > MOST_PERIODS_BEHIND) {
    await alertBehind(tx, subscription)
    return { outcome: 'behind' }
  }
  const billed = await billNextPeriod(tx, subscription)
  const outcomes = { asked: 'billed', paid: 'renewed', refused: 'past_due' } as const
  return { outcome: outcomes[billed.outcome], billed }
}

/** A trial that ends without a payment method leaves some days to add one. */
async function endTrial(tx: Tx, subscription: LockedSubscription): Promise<Advanced> {
  await move(tx, subscription, 'mark_past_due')
  await notifyOwners(tx, 'past_due', subscription)
  return { outcome: 'past_due' }
}

/** A trial that is over waits for a payment method; any other payment that is overdue is the matter of its dunning. */
async function advancePastDue(
  tx: Tx,
  subscription: LockedSubscription,
  again: boolean,
): Promise<Advanced | undefined> {
  const { id, past_due_since } = subscription
  if (!again && (await openInvoices(tx, id)).length > 0) return undefined
  if (again || (await hasUsablePaymentMethod(tx))) {
    if (!again && isAsked(tx, subscription)) return undefined
    const billed = await billNextPeriod(tx, subscription)
    return { outcome: billed.outcome === 'paid' ? 'activated' : 'billed', billed }
  }
  const graceEnd = (past_due_since ?? tx.now()).getTime() + GRACE_DAYS * DAY_MS
  if (!isUnpaidTrial(subscription) || tx.now().getTime() < graceEnd) return undefined
  await suspendSubscription(tx, subscription)
  return { outcome: 'suspended' }
}

/** Whether the payment was asked for, and may not be settled yet. */
const isAsked = (tx: Tx, { collect_after }: LockedSubscription) =>
  collect_after !== null && collect_after > tx.now()

/** A first invoice that is not paid in time is void, unless money may be moving. */
async function expireLate(tx: Tx, subscription: LockedSubscription): Promise<Advanced | undefined> {
  if (!isLate(tx, subscription.created_at)) return undefined
  for (const id of await openInvoices(tx, subscription.id)) {
    if (!(await withdrawInvoice(tx, id))) return undefined
  }
  await releaseDiscounts(tx, subscription)
  await move(tx, subscription, 'expire')
  return { outcome: 'expired' }
}

async function withdrawLateUpgrade(tx: Tx, subscription: LockedSubscription): Promise<boolean> {
  const { upgrade_invoice_id } = subscription
  if (!upgrade_invoice_id) return false
  const { issued_at } = await lockInvoice(tx, upgrade_invoice_id)
  return issued_at !== null && isLate(tx, issued_at) && withdrawUpgrade(tx, subscription)
}

const isLate = (tx: Tx, since: Date) =>
  tx.now().getTime() >= since.getTime() + INCOMPLETE_DAYS * DAY_MS

/** The number of whole periods that have passed since the end of the current one. */
function periodsBehind(tx: Tx, subscription: LockedSubscription, periodEnd: Date): number {
  const { billing_cycle, billing_anchor_day } = subscription
  const anchor = billing_anchor_day ?? periodEnd.getUTCDate()
  let behind = 0
  for (let end = periodEnd; end <= tx.now() && behind <= MOST_PERIODS_BEHIND; behind++) {
    end = periodFrom(end, billing_cycle, anchor).current_period_end
  }
  return behind
}
