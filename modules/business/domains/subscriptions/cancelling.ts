import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Flag, type QueryValues, Text } from '@powernode/server/platform/http/shapes.ts'
import { lockBilling } from '../billing/profile.ts'
import { advanceSubscription } from './advancing.ts'
import { setCancelling } from './changing.ts'
import { endSubscription } from './ending.ts'
import { lockSubscription, readSubscription } from './subscription.ts'
import { hasEnded, invalidTransition } from './transitions.ts'
import { requireSeenVersion, SeenVersion } from './version.ts'

export const Cancellation = {
  at_period_end: Flag('Cancel at the end of the current period; otherwise at once'),
  comment: Text(500, { description: 'Why', examples: ['We use another service now'] }),
  lock_version: SeenVersion,
}

/** Cancels it, at once or at the end of the current period; 409 if it has already ended. Nothing is refunded. */
export async function cancelSubscription(
  ctx: Ctx,
  id: string,
  { at_period_end = false, comment, lock_version }: QueryValues<typeof Cancellation>,
) {
  await ctx.transaction(async (tx) => {
    tx.unaudited('it may already be set to end')
    await lockBilling(tx)
    await requireSeenVersion(tx, id, lock_version)
    await advanceSubscription(tx, id, { bills: false })
    const subscription = await lockSubscription(tx, id)
    if (hasEnded(subscription.status)) throw invalidTransition(subscription.status)
    if (at_period_end) await setCancelling(tx, subscription, true, comment)
    else await endSubscription(tx, subscription, { at: tx.now(), reason: 'requested', comment })
  })
  return readSubscription(ctx, id)
}
