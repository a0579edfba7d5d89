import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import { Flag, ListOf, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { shareOf } from '../../pricing/money.ts'
import { basisPointsOfPercent } from '../../pricing/percent.ts'
import { DiscountCode, PercentOff, Periods } from '../coupons/offer.ts'

const PercentOrNone = (description: string) =>
  Type.Number({ minimum: 0, maximum: 100, description, examples: [20] })

export const VolumeTiers = ListOf(
  Shape('VolumeTier', {
    min_quantity: Type.Integer({
      minimum: 1,
      maximum: 100_000,
      description: 'From this quantity on',
      examples: [10],
    }),
    discount_percent: PercentOff,
  }),
  {
    maxItems: 20,
    description:
      'What a quantity takes off the price of a unit: the tier with the largest quantity that is reached',
  },
)

/** Fields of every plan that are written as they are read. */
export const discountFields = {
  annual_discount_percent: PercentOrNone(
    'For price pages: what a yearly plan saves compared with this one. It changes no price; 0 for none',
  ),
  volume_discount_tiers: VolumeTiers,
  promotional_discount_percent: PercentOrNone(
    'What the promotion takes off the price of a unit; 0 for none',
  ),
  promotional_discount_start: Nullable(Time('Start of the promotion; null if it has begun')),
  promotional_discount_end: Nullable(Time('End of the promotion, exclusive; null without end')),
  promotional_discount_periods: Nullable(Periods),
}

export const PromotionCode = Nullable({
  ...DiscountCode,
  description:
    'The code that the promotion needs, whatever its case; null if it needs none, and without permission to manage plans',
})

/** What price pages show. */
export const shownDiscounts = {
  has_annual_discount: Flag('Whether price pages compare it with a yearly plan'),
  annual_savings_cents: Type.Integer({
    minimum: 0,
    description: 'What the annual discount saves in a year, for one unit',
    examples: [6960],
  }),
  has_volume_discount: Flag('Whether larger quantities cost less for a unit'),
  has_promotional_discount: Flag('Whether the promotion can be had now'),
  promotion_needs_code: Flag('Whether the promotion needs a code'),
}

type Discounts = {
  [K in keyof typeof discountFields]: Static<(typeof discountFields)[K]>
} & { promotional_discount_code: string | null }

/** The fields as columns. */
export function discountColumns<T extends Partial<Discounts>>({
  annual_discount_percent,
  promotional_discount_percent,
  volume_discount_tiers,
  ...others
}: T) {
  return {
    ...others,
    ...(annual_discount_percent !== undefined && {
      annual_discount_basis_points: points({ annual_discount_percent }),
    }),
    ...(promotional_discount_percent !== undefined && {
      promotional_discount_basis_points: points({ promotional_discount_percent }),
    }),
    ...(volume_discount_tiers && {
      volume_discount_tiers: sql<Record<string, unknown>>`${json(sorted(volume_discount_tiers))}`,
    }),
  }
}

/** The columns as fields. */
export const selectDiscounts = ({ now }: PlatformCtx, withCode: boolean) => [
  sql<number>`annual_discount_basis_points / 100.0::float8`.as('annual_discount_percent'),
  sql<Discounts['volume_discount_tiers']>`volume_discount_tiers`.as('volume_discount_tiers'),
  sql<number>`promotional_discount_basis_points / 100.0::float8`.as('promotional_discount_percent'),
  sql<Date | null>`promotional_discount_start`.as('promotional_discount_start'),
  sql<Date | null>`promotional_discount_end`.as('promotional_discount_end'),
  sql<number | null>`promotional_discount_periods`.as('promotional_discount_periods'),
  sql<string | null>`case when ${withCode} then promotional_discount_code end`.as(
    'promotional_discount_code',
  ),
  sql<boolean>`promotional_discount_code is not null`.as('promotion_needs_code'),
  sql<boolean>`promotional_discount_basis_points > 0
    and coalesce(promotional_discount_start <= ${now()}, true)
    and coalesce(promotional_discount_end > ${now()}, true)`.as('has_promotional_discount'),
]

const PERIODS_IN_YEAR = { monthly: 12, quarterly: 4, yearly: 1 } as const

/** A plan with what price pages show of its discounts. */
export function withSavings<
  T extends Pick<Discounts, 'annual_discount_percent' | 'volume_discount_tiers'> & {
    price_cents: number
    billing_cycle: keyof typeof PERIODS_IN_YEAR
  },
>(plan: T) {
  const { annual_discount_percent: percent, volume_discount_tiers, price_cents } = plan
  const year = BigInt(price_cents) * BigInt(PERIODS_IN_YEAR[plan.billing_cycle])
  const discounted = shareOf(year, 10_000 - points({ annual_discount_percent: percent }), 10_000)
  return {
    ...plan,
    has_annual_discount: percent > 0,
    annual_savings_cents: Number(year - discounted),
    has_volume_discount: volume_discount_tiers.length > 0,
  }
}

/** Refuses discounts that contradict themselves or the plan. */
export function requireSoundDiscounts({
  promotional_discount_start: start,
  promotional_discount_end: end,
  ...plan
}: Partial<Discounts> & { billing_cycle?: string }): void {
  if (start && end && end <= start) {
    throw fail.invalid({ promotional_discount_end: ['must be after the start'] })
  }
  if (plan.annual_discount_percent && plan.billing_cycle === 'yearly') {
    const problem = 'is for plans that are paid more often than yearly'
    throw fail.invalid({ annual_discount_percent: [problem] })
  }
}

function points(field: Record<string, number>): number {
  const [[name, percent]] = Object.entries(field) as [[string, number]]
  const value = basisPointsOfPercent(percent)
  if (value === undefined) throw fail.invalid({ [name]: ['has more than two decimal places'] })
  return value
}

function sorted(tiers: Discounts['volume_discount_tiers']) {
  for (const { discount_percent } of tiers) points({ volume_discount_tiers: discount_percent })
  const quantities = new Set(tiers.map(({ min_quantity }) => min_quantity))
  if (quantities.size < tiers.length) {
    throw fail.invalid({ volume_discount_tiers: ['must have different quantities'] })
  }
  return tiers.toSorted((a, b) => a.min_quantity - b.min_quantity)
}
