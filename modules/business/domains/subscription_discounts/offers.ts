import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import { basisPointsOfPercent } from '../../pricing/percent.ts'
import { refuseCode, requireCoupon } from '../coupons/redeeming.ts'
import type { FoundPlan } from '../plans/plan.ts'
import type { StoredDiscount } from './stored.ts'

/** What an account gets: a copy of the coupon or promotion. */
export interface OfferedDiscount extends Omit<StoredDiscount, 'periods_left' | 'started_at'> {
  coupon_id: string | null
  code: string | null
  reason: string | null
}

/**
 * The discounts for who takes a plan now: its promotion, if there is one that needs no code or this one, and the coupon of the
 * code. 422 on `discount_code` if it gives nothing. For previews and for subscribing; a redemption is counted afterwards.
 */
export async function offersFor(
  ctx: Ctx,
  plan: FoundPlan,
  code: string | undefined,
): Promise<OfferedDiscount[]> {
  const promotion = await promotionFor(ctx, plan, code)
  if (!code || promotion?.code) return promotion ? [promotion] : []
  const { id, basis_points, amount_cents, periods, plan_ids, ...coupon } = await requireCoupon(
    ctx,
    code,
    plan,
  )
  if (await hasRedeemed(ctx, id)) throw refuseCode('was used by this account before')
  const offered: OfferedDiscount = {
    ...{ coupon_id: id, code: coupon.code, reason: null },
    ...{ basis_points, amount_cents, periods, plan_ids },
    source: 'coupon',
  }
  return promotion ? [promotion, offered] : [offered]
}

/** A promotion for a number of periods is given to an account once. */
async function promotionFor(ctx: Ctx, plan: FoundPlan, code: string | undefined) {
  const promotion = promotionOf(plan, code)
  if (!promotion?.periods) return promotion
  const had = await ctx
    .own('subscription_discounts')
    .select()
    .select('id')
    .where('source', '=', 'promotion')
    .where('status', '!=', 'released')
    .where('created_at', '>=', plan.promotional_discount_start ?? new Date(0))
    .where(sql<boolean>`plan_ids @> array[${plan.id}]::uuid[]`)
    .executeTakeFirst()
  if (!had) return promotion
  if (promotion.code) throw refuseCode('was used by this account before')
  return undefined
}

function promotionOf(plan: FoundPlan, code: string | undefined): OfferedDiscount | undefined {
  const { promotional_discount_code: needed, has_promotional_discount: isOffered } = plan
  if (needed && needed.toLowerCase() !== code?.toLowerCase()) return undefined
  if (!isOffered || plan.price_cents === 0) {
    if (needed) throw refuseCode('is for a promotion that is not running')
    return undefined
  }
  return {
    ...{ source: 'promotion', coupon_id: null, code: needed, reason: null, amount_cents: null },
    basis_points: basisPointsOfPercent(plan.promotional_discount_percent) ?? null,
    periods: plan.promotional_discount_periods,
    plan_ids: [plan.id],
  }
}

async function hasRedeemed(ctx: Ctx, coupon_id: string): Promise<boolean> {
  const redeemed = await ctx
    .own('subscription_discounts')
    .select()
    .select('id')
    .where('coupon_id', '=', coupon_id)
    .where('status', '!=', 'released')
    .executeTakeFirst()
  return redeemed !== undefined
}

/** An offer as it counts for prices from a moment on, before or after it is stored. */
export const offeredFrom = (offer: OfferedDiscount, at: Date): StoredDiscount => ({
  ...offer,
  periods_left: offer.periods,
  started_at: at.toISOString(),
})
