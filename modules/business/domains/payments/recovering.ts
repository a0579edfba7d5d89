import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { isBeingAsked } from '../gateway_calls/call.ts'
import { amountInWords } from '../subscriptions/notifications.ts'
import { sweptAccounts } from '../test_clocks/billing_time.ts'
import { enqueueAbout } from './asking.ts'
import { askForFees } from './fee_lookup.ts'
import { lockPayment } from './locking.ts'
import { settlePayment } from './settling.ts'
import { unsettledStatuses } from './statuses.ts'

const PROCESSING_MS = 15 * MINUTE_MS
/** How long a payment waits for its owner. */
const APPROVAL_MS = DAY_MS
const STUCK_MS = DAY_MS
const BATCH = 500
const EVERY_ACCOUNT = { because: 'payments of all accounts are recovered' }

/** Asks about payments without an outcome, and raises alerts for what needs a person. Returns how many are asked about. */
export async function recoverPayments(ctx: PlatformCtx): Promise<number> {
  const count = await askAboutPayments(ctx)
  await alertOfStuck(ctx)
  await alertOfUnmatched(ctx)
  return count
}

/**
 * Asks about payments that have been processing for 15 minutes, and cancels those that nobody approved for a day, unless the gateway
 * is being asked about them; in the context of an account, about its own. Returns how many are asked about.
 */
export async function askAboutPayments(ctx: PlatformCtx): Promise<number> {
  const now = ctx.now().getTime()
  const waiting = await ctx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('payments')
    .select(['id', 'account_id'])
    .where(sweptAccounts(ctx))
    .where(({ and, or, eb }) =>
      or([
        and([
          eb('status', 'in', ['pending', 'processing']),
          eb('updated_at', '<', new Date(now - PROCESSING_MS)),
        ]),
        and([
          eb('status', '=', 'requires_action'),
          eb('updated_at', '<', new Date(now - APPROVAL_MS)),
        ]),
      ]),
    )
    .orderBy('updated_at')
    .limit(BATCH)
    .execute()
  let count = 0
  for (const { id, account_id } of waiting) {
    const asked = await ctx.inAccount(account_id).transaction((tx) => recover(tx, id))
    if (asked) count++
  }
  await askForFees(ctx)
  return count
}

/** The times from which on payments of the account are asked about again. */
export async function dueTimesOfPayments(ctx: Ctx): Promise<Date[]> {
  const unsettled = await ctx
    .own('payments')
    .select()
    .select(['status', 'updated_at'])
    .where('status', 'in', unsettledStatuses)
    .execute()
  return unsettled.map(({ status, updated_at }) => {
    const wait = status === 'requires_action' ? APPROVAL_MS : PROCESSING_MS
    return new Date(updated_at.getTime() + wait + 1)
  })
}

async function recover(tx: Tx, id: string): Promise<boolean> {
  tx.unaudited('what the gateway answers is audited')
  const { payment } = await lockPayment(tx, id)
  const { status, intent_id } = payment
  if (await isBeingAsked(tx, id)) return false
  await tx.own('payments').update({ updated_at: tx.now() }).where('id', '=', id).execute()
  if (status === 'requires_action' && intent_id) {
    await enqueueAbout(tx, { ...payment, intent_id }, 'cancel')
    return true
  }
  if (status !== 'pending' && status !== 'processing') return false
  if (intent_id) await enqueueAbout(tx, { ...payment, intent_id }, 'look_up')
  else if (payment.gateway === 'stripe') await settlePayment(tx, id, { kind: 'not_found' })
  return true
}

/** PayPal does not tell about an order without its id, so a payment can wait until its lists are compared. */
async function alertOfStuck(ctx: PlatformCtx): Promise<void> {
  const stuck = await ctx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('payments')
    .select('id')
    .where('status', 'in', ['pending', 'processing'])
    .where('created_at', '<', new Date(ctx.now().getTime() - STUCK_MS))
    .limit(10)
    .execute()
  if (stuck.length === 0) return
  await raiseAlert(ctx, {
    type: 'payments_without_outcome',
    severity: 'high',
    summary:
      'Payments have had no outcome for a day. Their invoices are not charged again until the payment gateway says what happened.',
    details: { payment_ids: stuck.map(({ id }) => id) },
    dedupe_key: 'payments_without_outcome',
  })
}

async function alertOfUnmatched(ctx: PlatformCtx): Promise<void> {
  const unmatched = await ctx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('payments')
    .select(['id', 'account_id', 'amount_cents', 'currency'])
    .where('status', '=', 'succeeded')
    .where(sql<boolean>`applied_cents + credited_cents < amount_cents`)
    .where('processed_at', '>', new Date(ctx.now().getTime() - 2 * PROCESSING_MS))
    .limit(BATCH)
    .execute()
  for (const { id, account_id, amount_cents, currency } of unmatched) {
    await raiseAlert(ctx, {
      ...{ type: 'payment_unmatched', severity: 'high', account_id },
      summary: `A payment of ${amountInWords(amount_cents, currency)} is not what was due. It is kept in suspense, and its invoice stays open, until you settle or refund it under Payments.`,
      details: { payment_id: id },
      dedupe_key: `payment_unmatched_${id}`,
    })
  }
}
