import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { lockBilling } from '../billing/profile.ts'
import { pointsOf } from '../coupons/changing.ts'
import { AmountOff, PercentOff, Periods } from '../coupons/offer.ts'
import { advanceSubscription } from '../subscriptions/advancing.ts'
import { broadcastUpdated } from '../subscriptions/changes.ts'
import { nextDiscountStart } from '../subscriptions/settled.ts'
import { lockSubscription } from '../subscriptions/subscription.ts'
import { hasEnded, invalidTransition } from '../subscriptions/transitions.ts'
import { readDiscount } from './discount.ts'
import { addDiscounts } from './keeping.ts'

export const NewSubscriptionDiscount = Shape('NewSubscriptionDiscount', {
  subscription_id: Id('The subscription'),
  percent: Type.Optional(PercentOff),
  amount_cents: Type.Optional(AmountOff),
  periods: Type.Optional(Periods),
  reason: Text(500, { description: 'Why it is given', examples: ['Sorry for the outage'] }),
})

/**
 * Gives a subscription a discount from its next period on. 409 `payment_required` while an invoice is due, because it was
 * issued without the discount.
 */
export async function grantDiscount(
  ctx: PlatformCtx,
  { subscription_id, ...given }: Static<typeof NewSubscriptionDiscount>,
) {
  const { percent, amount_cents = null, periods = null, reason } = given
  if ((percent === undefined) === (amount_cents === null)) {
    throw fail.invalid({ percent: ['or an amount is required, and not both'] })
  }
  const basis_points = pointsOf(percent)
  const accountCtx = await inAccountOf(ctx, subscription_id)
  const id = await accountCtx.transaction(async (tx) => {
    const subscription = await lockForDiscount(tx, subscription_id)
    const started_at = await nextDiscountStart(tx, subscription)
    const offer = {
      ...({ source: 'manual', coupon_id: null, code: null, plan_ids: null } as const),
      ...{ basis_points, amount_cents, periods, reason },
    }
    const [added = ''] = await addDiscounts(tx, subscription_id, [offer], { started_at })
    await broadcastUpdated(tx, subscription, ['discounts'])
    return added
  })
  return readDiscount(ctx, id)
}

/**
 * Ends a discount: the current period keeps its price, and the next one has none. 409 `payment_required` while an invoice is
 * due.
 */
export async function endDiscount(ctx: PlatformCtx, id: string): Promise<void> {
  const { subscription_id, status, started_at } = await readDiscount(ctx, id)
  if (status !== 'active') throw fail.with('invalid_transition', 'This discount is not active')
  const accountCtx = await inAccountOf(ctx, subscription_id)
  await accountCtx.transaction(async (tx) => {
    const subscription = await lockForDiscount(tx, subscription_id)
    const next = await nextDiscountStart(tx, subscription)
    const isCounting = started_at !== null && started_at < next && next > tx.now()
    const ended = { status: 'ended', ended_at: tx.now() } as const
    const { numUpdatedRows } = await tx
      .own('subscription_discounts')
      .update({ ...(isCounting ? { periods_left: 1 } : ended), updated_at: tx.now() })
      .where('id', '=', id)
      .where('status', '=', 'active')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await tx.audit('subscription_discount.ended', id, { new: { subscription_id } })
    await broadcastUpdated(tx, subscription, ['discounts'])
  })
}

async function lockForDiscount(tx: Tx, id: string) {
  await lockBilling(tx)
  await advanceSubscription(tx, id)
  const subscription = await lockSubscription(tx, id)
  if (hasEnded(subscription.status)) throw invalidTransition(subscription.status)
  return subscription
}

async function inAccountOf(ctx: PlatformCtx, subscription_id: string): Promise<Ctx> {
  const found = await ctx
    .acrossAccounts('admin.subscription_discounts.read')
    .selectFrom('subscriptions')
    .select('account_id')
    .where('id', '=', subscription_id)
    .executeTakeFirst()
  if (!found) throw fail.invalid({ subscription_id: ['is not a subscription'] })
  return ctx.inAccount(found.account_id)
}
