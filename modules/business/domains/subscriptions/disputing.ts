import type { Tx } from '@powernode/server/platform/db/context.ts'
import { lockBilling } from '../billing/profile.ts'
import { move, setColumns } from './changes.ts'
import { endSubscription } from './ending.ts'
import { notifyOwners } from './notifications.ts'
import { mailOwners } from './owner_mails.ts'
import { type LockedSubscription, lockSubscription } from './subscription.ts'
import { isAllowed } from './transitions.ts'

interface DisputeEvent {
  id: string
  payment_id: string
  status: string
}

/** Suspends the subscription that a disputed payment paid for, if the setting `dispute_service` says so. */
export async function suspendDisputed(tx: Tx, { id, payment_id }: DisputeEvent): Promise<void> {
  if (tx.platform.settings.values.dispute_service === 'continue') return
  await lockBilling(tx)
  const subscription = await lockPaidWith(tx, payment_id)
  if (!subscription || !isAllowed('suspend', subscription.status)) return
  await move(tx, subscription, 'suspend', { dispute_id: id })
  await notifyOwners(tx, 'disputed', subscription, { mail: false })
  await mailOwners(tx, 'subscription_disputed', { plan: subscription.plan_name }, '/billing')
}

/** A subscription that was suspended for a dispute continues once it is won, and ends if it is lost. */
export async function settleDisputed(tx: Tx, { id, status }: DisputeEvent): Promise<void> {
  await lockBilling(tx)
  const suspended = await tx
    .own('subscriptions')
    .select()
    .select('id')
    .where('dispute_id', '=', id)
    .where('status', '=', 'suspended')
    .executeTakeFirst()
  if (!suspended) return
  const subscription = await lockSubscription(tx, suspended.id)
  if (status === 'lost') {
    await endSubscription(tx, subscription, { at: tx.now(), reason: 'payment_failure' })
    await notifyOwners(tx, 'cancelled', subscription, { mail: false })
    await mailOwners(tx, 'subscription_ended', { plan: subscription.plan_name })
    return
  }
  const other = await openDisputeOf(tx, subscription)
  if (other) return setColumns(tx, subscription.id, { dispute_id: other })
  await restore(tx, subscription)
}

/** The time without service is not billed: if the period has ended meanwhile, a new one starts now. */
async function restore(tx: Tx, subscription: LockedSubscription): Promise<void> {
  const now = tx.now()
  const { current_period_end } = subscription
  const isOver = current_period_end !== null && current_period_end <= now
  await move(tx, subscription, 'activate', {
    ...(isOver && { current_period_end: now, billing_anchor_day: now.getUTCDate() }),
  })
  await notifyOwners(tx, 'restored', subscription)
}

/** The subscription of the invoice that a payment paid, unless the gateway moves it. */
async function lockPaidWith(tx: Tx, paymentId: string): Promise<LockedSubscription | undefined> {
  const paid = await tx
    .own('payments')
    .select()
    .innerJoin('invoices as i', 'i.id', 'payments.invoice_id')
    .select('i.subscription_id')
    .where('payments.id', '=', paymentId)
    .executeTakeFirst()
  if (!paid?.subscription_id) return undefined
  const subscription = await lockSubscription(tx, paid.subscription_id)
  return subscription.collected_by === 'self' ? subscription : undefined
}

async function openDisputeOf(tx: Tx, { id }: LockedSubscription): Promise<string | undefined> {
  const dispute = await tx
    .own('disputes')
    .select()
    .innerJoin('invoices as i', 'i.id', 'disputes.invoice_id')
    .select('disputes.id')
    .where('i.subscription_id', '=', id)
    .where('disputes.status', '=', 'open')
    .orderBy('disputes.created_at')
    .limit(1)
    .executeTakeFirst()
  return dispute?.id
}
