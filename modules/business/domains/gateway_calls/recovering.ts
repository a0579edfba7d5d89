import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'
import { alertOfDisputes } from '../disputes/alerting.ts'
import { recoverPayments } from '../payments/recovering.ts'
import { recoverRefunds } from '../refunds/recovering.ts'
import { dropCall, lockCall, movesMoney, repeatCall } from './call.ts'

/** How long after it was due a call is considered lost. */
const LOST_MS = 3 * MINUTE_MS
const SECRET_MS = HOUR_MS
const BATCH = 500

export const RecoveredCalls = Shape('RecoveredGatewayCalls', {
  recovered_count: Count('Calls that were lost and are made again'),
  payments_count: Count('Payments without an outcome about which the gateway is asked'),
  refunds_count: Count('Refunds without an outcome about which the gateway is asked'),
})

/**
 * Takes up calls that no worker reported, with the same key, and asks about payments and refunds that have no outcome for too
 * long. Erases the secrets of finished calls.
 */
export async function recoverCalls(ctx: PlatformCtx): Promise<Static<typeof RecoveredCalls>> {
  const overdue = new Date(ctx.realNow().getTime() - LOST_MS)
  const lost = await ctx
    .acrossAccounts({ because: 'lost calls of all accounts are taken up' })
    .selectFrom('gateway_calls')
    .select(['id', 'account_id'])
    .where('due_at', '<', overdue)
    .orderBy('due_at')
    .limit(BATCH)
    .execute()
  let recovered_count = 0
  for (const { id, account_id } of lost) {
    if (await recover(ctx, account_id, id, overdue)) recovered_count++
  }
  await eraseSecrets(ctx)
  await alertOfDisputes(ctx)
  return {
    recovered_count,
    payments_count: await recoverPayments(ctx),
    refunds_count: await recoverRefunds(ctx),
  }
}

function recover(ctx: PlatformCtx, accountId: string, id: string, overdue: Date): Promise<boolean> {
  return ctx.inAccount(accountId).transaction(async (tx) => {
    tx.unaudited('the call is recorded in its row; its outcome is audited')
    const call = await lockCall(tx, id)
    if (!call.due_at || call.due_at >= overdue) return false
    const isOld = call.created_at.getTime() < tx.realNow().getTime() - DAY_MS
    // Money waits for its outcome as long as it takes; a payment method can be added again.
    if (isOld && !movesMoney(call)) await dropCall(tx, id)
    else await repeatCall(tx, call, tx.realNow())
    return true
  })
}

async function eraseSecrets(ctx: PlatformCtx): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('secrets are kept for an hour')
    await tx
      .acrossAccounts({ because: 'secrets of all accounts expire' })
      .updateTable('gateway_calls')
      .set({ sealed_secret: null })
      .where('sealed_secret', 'is not', null)
      .where('finished_at', '<', new Date(tx.realNow().getTime() - SECRET_MS))
      .execute()
  })
}
