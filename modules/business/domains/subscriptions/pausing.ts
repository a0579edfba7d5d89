import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { lockBilling } from '../billing/profile.ts'
import { advanceSubscription } from './advancing.ts'
import { move } from './changes.ts'
import { withPayment } from './payment_reply.ts'
import { billNextPeriod } from './renewing.ts'
import { lockSubscription, readSubscription } from './subscription.ts'
import { requireSeenVersion, SeenVersion } from './version.ts'

export const Pause = Shape('SubscriptionPause', {
  reason: Type.Optional(Text(500, { description: 'Why', examples: ['Season is over'] })),
  lock_version: Type.Optional(SeenVersion),
})

/** Pauses a subscription: it is not billed, and nothing can be added. 409 unless it is active or in its trial. */
export async function pauseSubscription(
  ctx: Ctx,
  id: string,
  { reason, lock_version }: Static<typeof Pause>,
) {
  await ctx.transaction(async (tx) => {
    await lockBilling(tx)
    await requireSeenVersion(tx, id, lock_version)
    await advanceSubscription(tx, id)
    await move(tx, await lockSubscription(tx, id), 'pause', { pause_reason: reason ?? null })
  })
  return readSubscription(ctx, id)
}

/**
 * Resumes a paused subscription. If its period has ended, a new one starts now and must be paid; a declined payment is
 * 402, and the subscription is past due.
 */
export async function resumeSubscription(ctx: Ctx, id: string) {
  const payment_id = await ctx.transaction(async (tx) => {
    await lockBilling(tx)
    await advanceSubscription(tx, id)
    const paused = await lockSubscription(tx, id)
    const now = tx.now()
    const isOver = paused.current_period_end !== null && paused.current_period_end <= now
    const resumed = await move(tx, paused, 'resume', {
      ...(isOver && { current_period_end: now, billing_anchor_day: now.getUTCDate() }),
    })
    if (!isOver) return null
    if (resumed.price_cents === 0) {
      await advanceSubscription(tx, id)
      return null
    }
    return (await billNextPeriod(tx, resumed, true)).payment_id
  })
  return withPayment(ctx, id, payment_id)
}
