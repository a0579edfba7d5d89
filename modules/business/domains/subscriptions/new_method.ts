import type { Tx } from '@powernode/server/platform/db/context.ts'
import { lockBilling } from '../billing/profile.ts'
import { tryCollecting } from './collection.ts'
import { openInvoices } from './ending.ts'
import { billNextPeriod, isUnpaidTrial } from './renewing.ts'
import { lockSubscription } from './subscription.ts'

/** A new default payment method pays what waits for one: the first invoice, or the first period after a trial. */
export async function payWithNewMethod(tx: Tx): Promise<void> {
  await lockBilling(tx)
  const waiting = await tx
    .own('subscriptions')
    .select()
    .select('id')
    .where('status', 'in', ['incomplete', 'past_due', 'suspended'])
    .executeTakeFirst()
  if (!waiting) return
  const subscription = await lockSubscription(tx, waiting.id)
  const [invoiceId] = await openInvoices(tx, waiting.id)
  if (subscription.status === 'incomplete') {
    if (invoiceId) await tryCollecting(tx, invoiceId, { on_session: true })
  } else if (!invoiceId && isUnpaidTrial(subscription)) {
    await billNextPeriod(tx, subscription)
  }
}
