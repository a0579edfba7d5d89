import type { Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { startDunning } from '../dunnings/starting.ts'
import { lockInvoice } from '../invoices/announcing.ts'
import { billPeriod } from '../invoices/generating.ts'
import { findPlan } from '../plans/plan.ts'
import { changeColumns, move, setColumns } from './changes.ts'
import { tryCollecting } from './collection.ts'
import { enterPeriod } from './paying.ts'
import { periodAt } from './period.ts'
import { type LockedSubscription, lockSubscription } from './subscription.ts'
import { isAllowed } from './transitions.ts'

/** A gateway that fails is asked again for so long; then the payment counts as failed. */
const GATEWAY_FAILING_MS = 3 * DAY_MS

export interface Billed {
  invoice_id: string
  /** The payment that was started. */
  payment_id: string | null
  /** Why none was started: nothing was due, or there is no way to pay. */
  outcome: 'asked' | 'paid' | 'refused'
}

/**
 * Finds or issues the invoice of the next period and asks for its payment, which starts the period. Without a way to pay,
 * dunning starts. The caller holds the billing lock.
 */
export async function billNextPeriod(
  tx: Tx,
  subscription: LockedSubscription,
  on_session = false,
): Promise<Billed> {
  const type = subscription.status === 'trialing' || isUnpaidTrial(subscription)
  const { id: invoice_id } = await billPeriod(
    tx,
    subscription,
    type ? 'trial_conversion' : 'renewal',
  )
  const invoice = await lockInvoice(tx, invoice_id)
  if (invoice.status === 'paid') {
    await enterPeriod(tx, await lockSubscription(tx, subscription.id), invoice)
    return { invoice_id, payment_id: null, outcome: 'paid' }
  }
  if (invoice.status !== 'open') return { invoice_id, payment_id: null, outcome: 'refused' }
  await setColumns(tx, subscription.id, { collect_after: new Date(tx.now().getTime() + HOUR_MS) })
  const { payment_id, refused } = await tryCollecting(tx, invoice_id, { on_session })
  if (!refused) return { invoice_id, payment_id, outcome: payment_id ? 'asked' : 'paid' }
  await startDunning(tx, await lockSubscription(tx, subscription.id), {
    ...{ invoice_id, stopped_because: 'no_payment_method' },
    failure_reason:
      refused === 'too_many_payment_attempts'
        ? 'The payment was attempted too often.'
        : 'This account has no payment method that can be charged.',
  })
  return { invoice_id, payment_id: null, outcome: 'refused' }
}

/** Whether the trial is over and its first period was never paid. */
export const isUnpaidTrial = ({ trial_end, current_period_end }: LockedSubscription): boolean =>
  trial_end !== null && trial_end.getTime() === current_period_end?.getTime()

/** A free subscription continues from the end of its period or trial, for as many periods as passed. */
export async function renewFree(tx: Tx, subscription: LockedSubscription, from: Date) {
  const { status, billing_cycle, billing_anchor_day } = subscription
  const period = periodAt(tx.now(), from, billing_cycle, billing_anchor_day ?? from.getUTCDate())
  if (isAllowed('activate', status)) await move(tx, subscription, 'activate', period)
  else await changeColumns(tx, subscription, period, 'subscription.renewed')
}

/** Applies the plan and quantity that were chosen for the next period. */
export async function applyPending(
  tx: Tx,
  subscription: LockedSubscription,
): Promise<LockedSubscription> {
  const { id, pending_plan_id, pending_quantity } = subscription
  const plan = pending_plan_id && (await findPlan(tx, pending_plan_id))
  if (!plan || !pending_quantity) return subscription
  await setColumns(tx, id, { pending_plan_id: null, pending_quantity: null })
  await changeColumns(tx, subscription, { plan_id: plan.id, quantity: pending_quantity })
  return lockSubscription(tx, id)
}

/**
 * A gateway that does not answer costs no attempt: the next period is asked for again in an hour. False if it has failed
 * for three days, so that the failure counts.
 */
export async function postponeRenewal(
  tx: Tx,
  { id, gateway_failing_since }: LockedSubscription,
): Promise<boolean> {
  const since = gateway_failing_since ?? tx.now()
  if (tx.now().getTime() - since.getTime() >= GATEWAY_FAILING_MS) return false
  await setColumns(tx, id, {
    ...{ gateway_failing_since: since },
    collect_after: new Date(tx.now().getTime() + HOUR_MS),
  })
  return true
}
