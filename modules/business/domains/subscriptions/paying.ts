import type { Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { type LockedInvoice, lockInvoice } from '../invoices/announcing.ts'
import { countDiscountPeriod } from '../subscription_discounts/keeping.ts'
import { changeColumns, move, setColumns } from './changes.ts'
import { type LockedSubscription, lockSubscription } from './subscription.ts'
import { hasEnded, isAllowed } from './transitions.ts'
import { applyUpgrade } from './upgrading.ts'

/** What was paid takes effect: the first or next period starts, or the plan changes. In the transaction that settles. */
export async function applyPaidInvoice(tx: Tx, { id }: { id: string }): Promise<void> {
  const invoice = await lockInvoice(tx, id)
  if (!invoice.subscription_id || invoice.invoice_type === 'manual') return
  const subscription = await lockSubscription(tx, invoice.subscription_id)
  if (hasEnded(subscription.status)) return
  if (subscription.upgrade_invoice_id === id) return applyUpgrade(tx, subscription, invoice)
  if (subscription.status === 'incomplete') return start(tx, subscription, invoice)
  await enterPeriod(tx, subscription, invoice)
}

async function start(tx: Tx, subscription: LockedSubscription, invoice: LockedInvoice) {
  const { period_start, period_end } = invoice
  if (!period_start || !period_end) return
  await move(tx, subscription, 'activate', {
    ...{ current_period_start: period_start, current_period_end: period_end },
    billing_anchor_day: period_start.getUTCDate(),
  })
}

/**
 * Starts the next period with its paid invoice, exactly where the last one ended. A period that was paid more than a day
 * ahead starts when it is due. Returns whether it started.
 */
export async function enterPeriod(
  tx: Tx,
  subscription: LockedSubscription,
  { period_start, period_end }: Pick<LockedInvoice, 'period_start' | 'period_end'>,
): Promise<boolean> {
  const { current_period_end, trial_end, status, discounts } = subscription
  const follows = period_start?.getTime() === current_period_end?.getTime()
  if (!period_start || !period_end || !follows) return false
  if (period_start.getTime() > tx.now().getTime() + DAY_MS) return false
  const period = { current_period_start: period_start, current_period_end: period_end }
  if (discounts.length > 0 && trial_end?.getTime() !== period_start.getTime()) {
    await countDiscountPeriod(tx, subscription.id, period_start)
  }
  await setColumns(tx, subscription.id, {
    ...{ collect_after: null, gateway_failing_since: null, renewal_reminder_days: null },
  })
  if (isAllowed('activate', status)) await move(tx, subscription, 'activate', period)
  else await changeColumns(tx, subscription, period, 'subscription.renewed')
  return true
}
