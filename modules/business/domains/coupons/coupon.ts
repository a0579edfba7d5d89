import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { Currency } from '../plans/plan.ts'
import { AmountOff, DiscountCode, PercentOff, Periods } from './offer.ts'

export const Coupon = Shape('Coupon', {
  id: Id(),
  code: DiscountCode,
  percent: Nullable(PercentOff),
  amount_cents: Nullable(AmountOff),
  currency: Nullable(Currency),
  periods: Nullable(Periods),
  redeem_by: Nullable(Time('Until when it can be redeemed; null without end')),
  max_redemptions: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000,
      description: 'How many accounts can redeem it; null for any number',
      examples: [100],
    }),
  ),
  redeemed: Count('How many accounts redeemed it'),
  plan_ids: Nullable(
    ListOf(Id('A plan'), {
      minItems: 1,
      maxItems: 100,
      description: 'The plans that it is for; null for every plan',
    }),
  ),
  status: Choice(['active', 'archived'], 'Archived ones cannot be redeemed'),
  is_redeemable: Flag('Whether it can be redeemed now'),
  created_at: Time('When it was created'),
  updated_at: Time('When it last changed'),
})

export const CouponFilters = {
  status: Coupon.properties.status,
  search: Text(50, { description: 'The start of the code, whatever its case', examples: ['spr'] }),
}

export function listCoupons(
  ctx: PlatformCtx,
  page: PageRequest,
  { status, search }: QueryValues<typeof CouponFilters>,
) {
  let query = selectCoupons(ctx)
  if (status) query = query.where('status', '=', status)
  if (search) query = query.where(sql<boolean>`starts_with(lower(code), lower(${search}))`)
  return paginate(ctx, query, page, 'coupons')
}

export async function readCoupon(ctx: PlatformCtx, id: string): Promise<Static<typeof Coupon>> {
  const coupon = await selectCoupons(ctx).where('id', '=', id).executeTakeFirst()
  if (!coupon) throw fail.notFound('coupon')
  return coupon
}

function selectCoupons({ db, now }: PlatformCtx) {
  return db.selectFrom('coupons').select([
    'id',
    'code',
    sql<number | null>`basis_points / 100.0::float8`.as('percent'),
    'amount_cents',
    'currency',
    'periods',
    'redeem_by',
    'max_redemptions',
    'redeemed',
    'plan_ids',
    'status',
    sql<boolean>`status = 'active' and coalesce(redeem_by > ${now()}, true)
      and coalesce(redeemed < max_redemptions, true)`.as('is_redeemable'),
    'created_at',
    'updated_at',
  ])
}
