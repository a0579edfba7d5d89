import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

/** The coupon of a code, whatever its case; 422 on `discount_code` if it cannot be redeemed for the plan. */
export async function requireCoupon(
  ctx: Ctx,
  code: string,
  plan: { id: string; currency: string; price_cents: number },
) {
  const coupon = await ctx.db
    .selectFrom('coupons')
    .selectAll()
    .where(sql<boolean>`lower(code) = lower(${code})`)
    .executeTakeFirst()
  if (coupon?.status !== 'active') throw refuseCode('is not a code that can be used')
  const { redeem_by, max_redemptions, redeemed, plan_ids, currency } = coupon
  if (redeem_by && redeem_by <= ctx.now()) throw refuseCode('has expired')
  if (max_redemptions !== null && redeemed >= max_redemptions) throw refuseCode('is used up')
  if (plan_ids && !plan_ids.includes(plan.id)) throw refuseCode('is not for this plan')
  if (currency && currency !== plan.currency) throw refuseCode(`is for prices in ${currency}`)
  if (plan.price_cents === 0) throw refuseCode('is not needed: this plan is free')
  return coupon
}

/** Counts a redemption. Of two accounts that redeem the last one at once, one is refused. */
export async function countRedemption(tx: Tx, id: string): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('coupons')
    .set((eb) => ({ redeemed: eb('redeemed', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where(sql<boolean>`coalesce(redeemed < max_redemptions, true)`)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refuseCode('is used up')
}

/** Gives back redemptions that never took effect. */
export async function returnRedemptions(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('coupons')
    .set((eb) => ({ redeemed: eb('redeemed', '-', 1) }))
    .where('id', 'in', ids)
    .execute()
}

export const refuseCode = (problem: string) => fail.invalid({ discount_code: [problem] })
