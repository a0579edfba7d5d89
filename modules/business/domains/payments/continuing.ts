import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { isBeingAsked } from '../gateway_calls/call.ts'
import { enqueueAbout } from './asking.ts'
import { lockPayment, type PaymentRow } from './locking.ts'
import { awaitPayment, requireNotFailed } from './outcome.ts'
import type { Payment } from './payment.ts'
import { unsettledStatuses } from './statuses.ts'

/**
 * After the person approved a payment at the gateway or returned from it: asks what became of it, takes the money if it was
 * approved, and waits for the outcome. A payment that does not wait for approval is returned as it is.
 */
export async function continuePayment(ctx: Ctx, id: string): Promise<Static<typeof Payment>> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('what the gateway answers is audited')
    const payment = await lockWaiting(tx, id)
    if (payment) await enqueueAbout(tx, payment, 'look_up')
  })
  return requireNotFailed(await awaitPayment(ctx, id))
}

/** Cancels a payment that waits for approval, unless it was approved meanwhile. 409 if it does not wait for approval. */
export async function cancelWaitingPayment(ctx: Ctx, id: string): Promise<Static<typeof Payment>> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('what the gateway answers is audited')
    const payment = await lockWaiting(tx, id)
    if (!payment) throw fail.with('invalid_transition', 'This payment does not wait for approval')
    await enqueueAbout(tx, payment, 'cancel')
  })
  return awaitPayment(ctx, id)
}

/** Locks a payment that waits for approval and about which the gateway is not being asked. */
async function lockWaiting(
  tx: Tx,
  id: string,
): Promise<(PaymentRow & { intent_id: string }) | undefined> {
  const { payment } = await lockPayment(tx, id)
  const { status, intent_id } = payment
  if (status !== 'requires_action' || !intent_id || (await isBeingAsked(tx, id))) return undefined
  return { ...payment, intent_id }
}

/**
 * Cancels the payment of an invoice that waits for approval, because the invoice will be void: if it was approved meanwhile, the
 * money becomes credit. False if money may be moving. The caller holds the billing lock.
 */
export async function withdrawPayment(tx: Tx, invoiceId: string): Promise<boolean> {
  const unsettled = await tx
    .own('payments')
    .select()
    .select(['id', 'status'])
    .where('invoice_id', '=', invoiceId)
    .where('status', 'in', unsettledStatuses)
    .executeTakeFirst()
  if (!unsettled) return true
  const waiting = await lockWaiting(tx, unsettled.id)
  if (!waiting) return false
  await enqueueAbout(tx, waiting, 'cancel')
  return true
}
