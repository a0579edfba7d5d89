import { basisPointsOfPercent } from '../../pricing/percent.ts'
import type { Discount, Terms } from '../../pricing/price.ts'
import type { StoredDiscount } from '../subscription_discounts/stored.ts'
import type { LockedSubscription } from './subscription.ts'

export type Priced = Pick<
  LockedSubscription,
  | 'plan_id'
  | 'plan_name'
  | 'price_cents'
  | 'quantity'
  | 'volume_discount_tiers'
  | 'discounts'
  | 'current_period_end'
  | 'trial_end'
>

/**
 * What a subscription costs in the period that contains a moment, as invoices, previews and metrics price it: with the
 * discounts that count in it. `lasting` leaves out those of a single period.
 */
export function termsOf(sold: Priced, at: Date, { lasting = false } = {}): Terms {
  const inForce = sold.discounts.filter(
    (discount) => counts(sold, discount, at) && !(lasting && discount.periods === 1),
  )
  return {
    name: sold.plan_name,
    unit_cents: BigInt(sold.price_cents),
    quantity: sold.quantity,
    discounts: [...volumeDiscount(sold), ...inForce.map(discountOf)],
  }
}

function counts(sold: Priced, discount: StoredDiscount, at: Date): boolean {
  const startedAt = new Date(discount.started_at)
  const { periods_left, plan_ids } = discount
  if (startedAt > at || (plan_ids && !plan_ids.includes(sold.plan_id))) return false
  const used = isNextPeriod(sold, at) && startedAt < at ? 1 : 0
  return periods_left === null || periods_left > used
}

/** Whether a renewal comes before the moment. The first period after a trial is not a renewal. */
function isNextPeriod({ current_period_end, trial_end }: Priced, at: Date): boolean {
  if (!current_period_end || at < current_period_end) return false
  return trial_end?.getTime() !== current_period_end.getTime()
}

/** Of the tiers, the one with the largest quantity that is reached. */
function volumeDiscount({ volume_discount_tiers, quantity }: Priced): Discount[] {
  const tier = volume_discount_tiers.findLast(({ min_quantity }) => min_quantity <= quantity)
  const basis_points = tier && basisPointsOfPercent(tier.discount_percent)
  return basis_points ? [{ source: 'volume', basis_points }] : []
}

function discountOf({ source, basis_points, amount_cents }: StoredDiscount): Discount {
  if (basis_points !== null) return { source, basis_points }
  return { source, amount_cents: BigInt(amount_cents ?? 0) }
}
