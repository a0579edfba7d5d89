import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { openInvoices } from './ending.ts'
import type { LockedSubscription } from './subscription.ts'

/** Only what is paid can be changed: an unpaid invoice, and what is paused or suspended, come first. */
export async function requireSettled(tx: Tx, { id, status }: LockedSubscription): Promise<void> {
  const [invoice_id] = await openInvoices(tx, id)
  if (status === 'active' && !invoice_id) return
  throw fail.with('payment_required', undefined, { status, ...(invoice_id && { invoice_id }) })
}

/**
 * From when a discount counts that comes without another plan: from the next period on, because the current one is paid; at
 * once in a trial.
 */
export async function nextDiscountStart(tx: Tx, subscription: LockedSubscription): Promise<Date> {
  if (subscription.status === 'trialing') return tx.now()
  await requireSettled(tx, subscription)
  return subscription.current_period_end ?? tx.now()
}
