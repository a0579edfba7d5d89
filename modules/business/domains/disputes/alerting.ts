import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { amountInWords } from '../subscriptions/notifications.ts'

const RECENT_MS = HOUR_MS
const BATCH = 500

/** Raises an alert for each dispute that was opened lately. */
export async function alertOfDisputes(ctx: PlatformCtx): Promise<void> {
  const opened = await ctx
    .acrossAccounts({ because: 'disputes of all accounts are watched' })
    .selectFrom('disputes')
    .select(['id', 'account_id', 'amount_cents', 'currency', 'reason', 'evidence_due_at'])
    .where('status', '=', 'open')
    .where('created_at', '>', new Date(ctx.now().getTime() - RECENT_MS))
    .limit(BATCH)
    .execute()
  for (const { id, account_id, amount_cents, currency, reason, evidence_due_at } of opened) {
    const until = evidence_due_at ? ` before ${evidence_due_at.toISOString().slice(0, 10)}` : ''
    await raiseAlert(ctx, {
      ...{ type: 'payment_disputed', severity: 'high', account_id },
      summary: `A customer disputes a payment of ${amountInWords(amount_cents, currency)} (${reason}). Send evidence to the payment gateway${until}.`,
      details: { dispute_id: id },
      dedupe_key: `payment_disputed_${id}`,
    })
  }
}
