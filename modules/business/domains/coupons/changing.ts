import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { isReferenceViolation, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { Changes, Shape } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { basisPointsOfPercent } from '../../pricing/percent.ts'
import { Coupon, readCoupon } from './coupon.ts'

const { code, percent, amount_cents, currency, periods, ...others } = Coupon.properties
const { redeem_by, max_redemptions, plan_ids, status } = others

export const NewCoupon = Shape('NewCoupon', {
  code,
  ...Type.Partial(
    Shape({
      ...{ percent, amount_cents, currency, periods, redeem_by, max_redemptions, plan_ids },
    }),
  ).properties,
})
export const CouponChanges = Changes(
  'CouponChanges',
  Shape({ code, redeem_by, max_redemptions, plan_ids, status }),
)

/** Creates a coupon: either a percentage, or an amount with its currency. */
export async function createCoupon(ctx: PlatformCtx, input: Static<typeof NewCoupon>) {
  const id = randomUUIDv7()
  const { percent, ...columns } = input
  const basis_points = pointsOf(percent)
  requireOneKind(input)
  await ctx
    .transaction(async (tx) => {
      await requirePlans(tx, input.plan_ids)
      await tx.db
        .insertInto('coupons')
        .values({ ...columns, id, basis_points, created_at: tx.now(), updated_at: tx.now() })
        .execute()
      await tx.audit('coupon.created', id, { new: input })
    })
    .catch(refuseDuplicate('coupons_code', 'code'))
  return readCoupon(ctx, id)
}

/**
 * Changes who can redeem a coupon. What it takes off is fixed, and those who redeemed it keep it as it was: create another
 * instead.
 */
export async function updateCoupon(
  ctx: PlatformCtx,
  id: string,
  changes: Static<typeof CouponChanges>,
) {
  await ctx
    .transaction(async (tx) => {
      const before = await lockCoupon(tx, id)
      const { max_redemptions } = changes
      if (max_redemptions && max_redemptions < before.redeemed) {
        const problem = `must be at least ${before.redeemed}: so many accounts redeemed it`
        throw fail.invalid({ max_redemptions: [problem] })
      }
      await requirePlans(tx, changes.plan_ids)
      await tx.db
        .updateTable('coupons')
        .set({ ...changes, updated_at: tx.now() })
        .where('id', '=', id)
        .execute()
      await tx.audit('coupon.updated', id, diffOf(before, changes))
    })
    .catch(refuseDuplicate('coupons_code', 'code'))
  return readCoupon(ctx, id)
}

/** Deletes a coupon that nobody ever redeemed; others can be archived. */
export async function deleteCoupon(ctx: PlatformCtx, id: string): Promise<void> {
  await ctx
    .transaction(async (tx) => {
      const { code } = await lockCoupon(tx, id)
      await tx.db.deleteFrom('coupons').where('id', '=', id).execute()
      await tx.audit('coupon.deleted', id, { old: { code } })
    })
    .catch((error) => {
      if (isReferenceViolation(error)) throw fail.with('coupon_in_use')
      throw error
    })
}

async function lockCoupon(tx: PlatformTx, id: string) {
  await tx.db.selectFrom('coupons').select('id').where('id', '=', id).forUpdate().execute()
  return readCoupon(tx, id)
}

/** The basis points of a percentage; 422 if it is too fine. */
export function pointsOf(percent: number | null | undefined, field = 'percent'): number | null {
  if (percent === null || percent === undefined) return null
  const points = basisPointsOfPercent(percent)
  if (points === undefined) throw fail.invalid({ [field]: ['has more than two decimal places'] })
  return points
}

function requireOneKind({ percent, amount_cents, currency }: Static<typeof NewCoupon>): void {
  if (percent && amount_cents) {
    throw fail.invalid({ amount_cents: ['cannot be combined with a percentage'] })
  }
  if (!percent && !amount_cents) throw fail.invalid({ percent: ['or an amount is required'] })
  if (amount_cents && !currency) throw fail.invalid({ currency: ['is required for an amount'] })
  if (percent && currency) throw fail.invalid({ currency: ['is only for an amount'] })
}

async function requirePlans(tx: PlatformTx, ids: string[] | null | undefined): Promise<void> {
  if (!ids) return
  const plans = await tx.db.selectFrom('plans').select('id').where('id', 'in', ids).execute()
  const unknown = ids.filter((id) => !plans.some((plan) => plan.id === id))
  if (unknown.length > 0) throw fail.invalid({ plan_ids: [`${unknown[0]} is not a plan`] })
}
