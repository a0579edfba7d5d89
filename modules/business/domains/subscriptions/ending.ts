import type { Tx } from '@powernode/server/platform/db/context.ts'
import { voidLocked, writeOffLocked } from '../invoices/acts.ts'
import { lockInvoice } from '../invoices/announcing.ts'
import { withdrawPayment } from '../payments/continuing.ts'
import { releaseDiscounts } from '../subscription_discounts/keeping.ts'
import { broadcastSubscription } from './changes.ts'
import type { LockedSubscription } from './subscription.ts'
import { applyTransition } from './transitions.ts'

interface Ending {
  /** The end of service. */
  at: Date
  reason: 'requested' | 'payment_failure'
  comment?: string | undefined
}

/**
 * Ends a locked subscription. Its unpaid invoices are void; after a payment failure they are written off, because the
 * service was used. The caller holds the billing lock.
 */
export async function endSubscription(
  tx: Tx,
  subscription: LockedSubscription,
  { at, reason, comment }: Ending,
): Promise<void> {
  const { id, plan_id } = subscription
  const status = await applyTransition(tx, subscription, 'cancel', {
    ...{ cancelled_at: subscription.cancelled_at ?? tx.now(), ended_at: at, cancel_reason: reason },
    ...(comment && { cancel_comment: comment }),
    ...{ pending_plan_id: null, pending_quantity: null, ...NO_UPGRADE },
  })
  await releaseDiscounts(tx, subscription)
  await tx.audit('subscription.cancelled', id, {
    old: { status: subscription.status },
    new: { status, cancel_reason: reason, ...(comment && { cancel_comment: comment }) },
  })
  await tx.emit('subscription.cancelled', { id, plan_id, status })
  await broadcastSubscription(tx, 'subscription_cancelled', { id, plan_id, status })
  for (const invoiceId of await openInvoices(tx, id)) {
    if (reason === 'requested') await withdrawInvoice(tx, invoiceId)
    else await writeOffLocked(tx, await lockInvoice(tx, invoiceId))
  }
}

/** No upgrade waits for a payment. */
export const NO_UPGRADE = {
  upgrade_invoice_id: null,
  upgrade_plan_id: null,
  upgrade_quantity: null,
} as const

/**
 * Voids an open invoice of a subscription. It stays open if part of it is paid, or if money may be moving. Returns whether
 * it is void.
 */
export async function withdrawInvoice(tx: Tx, id: string): Promise<boolean> {
  const invoice = await lockInvoice(tx, id)
  const { status, amount_paid_cents, credited_cents } = invoice
  if (status !== 'open' || amount_paid_cents > 0 || credited_cents > 0) return false
  if (!(await withdrawPayment(tx, id))) return false
  await voidLocked(tx, invoice)
  return true
}

/** The issued invoices of a subscription that are not paid. */
export async function openInvoices(
  ctx: Pick<Tx, 'own'>,
  subscriptionId: string,
): Promise<string[]> {
  const rows = await ctx
    .own('invoices')
    .select()
    .select('id')
    .where('subscription_id', '=', subscriptionId)
    .where('status', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
