import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { countCalls, enqueueCall, isBeingAsked } from '../gateway_calls/call.ts'
import { lockPayment } from '../payments/locking.ts'
import { gatewayOfPayment } from '../payments/payment.ts'
import { sweptAccounts } from '../test_clocks/billing_time.ts'
import { changeRefund, type RefundRow } from './announcing.ts'

const PENDING_MS = HOUR_MS
const STUCK_MS = 2 * DAY_MS
const BATCH = 500
const EVERY_ACCOUNT = { because: 'refunds of all accounts are recovered' }

/**
 * Asks about refunds without an outcome, and raises an alert for those about which nothing is known for two days. Returns how
 * many are asked about.
 */
export async function recoverRefunds(ctx: PlatformCtx): Promise<number> {
  const count = await askAboutRefunds(ctx)
  await alertOfUnknown(ctx)
  return count
}

/**
 * Asks about refunds that the gateway has had for an hour without an outcome, as bank transfers take days; in the context of an
 * account, about its own. Returns how many are asked about.
 */
export async function askAboutRefunds(ctx: PlatformCtx): Promise<number> {
  const waiting = await ctx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('refunds')
    .select(['id', 'account_id', 'payment_id'])
    .where(sweptAccounts(ctx))
    .where('status', '=', 'pending')
    .where('external_id', 'is not', null)
    .where('updated_at', '<', new Date(ctx.now().getTime() - PENDING_MS))
    .orderBy('updated_at')
    .limit(BATCH)
    .execute()
  let count = 0
  for (const { account_id, ...refund } of waiting) {
    const asked = await ctx.inAccount(account_id).transaction((tx) => askAboutRefund(tx, refund))
    if (asked) count++
  }
  return count
}

/** The times from which on refunds of the account are asked about again. */
export async function dueTimesOfRefunds(ctx: Ctx): Promise<Date[]> {
  const pending = await ctx
    .own('refunds')
    .select()
    .select('updated_at')
    .where('status', '=', 'pending')
    .where('external_id', 'is not', null)
    .execute()
  return pending.map(({ updated_at }) => new Date(updated_at.getTime() + PENDING_MS + 1))
}

async function askAboutRefund(
  tx: Tx,
  { id, payment_id }: Pick<RefundRow, 'id' | 'payment_id'>,
): Promise<boolean> {
  tx.unaudited('what the gateway answers is audited')
  await lockPayment(tx, payment_id)
  const refund = await changeRefund(tx, { id }, {})
  const { external_id, status, livemode } = refund
  if (status !== 'pending' || !external_id || (await isBeingAsked(tx, id))) return false
  const count = await countCalls(tx, id, 'look_up_refund')
  await enqueueCall(tx, {
    ...{ gateway: gatewayOfPayment(refund), livemode, operation: 'look_up_refund' },
    ...{ subject_type: 'refund', subject_id: id },
    request: { external_id },
    idempotency_key: `look_up_refund_${id}_${count + 1}`,
  })
  return true
}

async function alertOfUnknown(ctx: PlatformCtx): Promise<void> {
  const stuck = await ctx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('refunds')
    .select('id')
    .where('status', '=', 'pending')
    .where('external_id', 'is', null)
    .where('created_at', '<', new Date(ctx.now().getTime() - STUCK_MS))
    .limit(10)
    .execute()
  if (stuck.length === 0) return
  await raiseAlert(ctx, {
    type: 'refunds_without_outcome',
    severity: 'high',
    summary:
      'Refunds have had no outcome for two days. Compare them with the payment gateway before paying anything back again.',
    details: { refund_ids: stuck.map(({ id }) => id) },
    dedupe_key: 'refunds_without_outcome',
  })
}
