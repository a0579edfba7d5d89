import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { FoundPlan } from '../plans/plan.ts'
import { type OfferedDiscount, offeredFrom, offersFor } from '../subscription_discounts/offers.ts'
import type { Sold } from './proration.ts'

/** The discounts that come with a change, without the promotion of a plan that the subscription has already. */
export async function offersOfChange(
  ctx: Ctx,
  before: Sold,
  plan: FoundPlan | undefined,
  code: string | undefined,
): Promise<OfferedDiscount[]> {
  if (!plan) return []
  const offers = await offersFor(ctx, plan, code)
  const promoted = before.discounts.some(
    ({ source, plan_ids }) => source === 'promotion' && plan_ids?.includes(plan.id),
  )
  const isSame = plan.id === before.plan_id
  return offers.filter(
    (offer) => offer.source !== 'promotion' || (!promoted && (offer.code !== null || !isSame)),
  )
}

/** What is sold with offers that count from a moment on. */
export const withOffers = (sold: Sold, offers: OfferedDiscount[], at: Date): Sold => ({
  ...sold,
  discounts: [...sold.discounts, ...offers.map((offer) => offeredFrom(offer, at))],
})
