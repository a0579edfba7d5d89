import { formatCount, formatMoney, formatNoun } from '~/ui/format'
import type { Coupon } from './queries'

/** "25 % off for 3 periods", "$10.00 off for good" */
export function reductionInWords({
  percent,
  amount_cents,
  currency,
  periods,
}: Pick<Coupon, 'percent' | 'amount_cents' | 'currency' | 'periods'>): string {
  const off = percent === null ? formatMoney(amount_cents ?? 0, currency ?? 'USD') : `${percent} %`
  return `${off} off ${periods === null ? 'for good' : `for ${formatNoun(periods, 'period')}`}`
}

/** "3 of 100" */
export const redemptionsInWords = ({
  redeemed,
  max_redemptions: most,
}: Pick<Coupon, 'redeemed' | 'max_redemptions'>) =>
  most === null ? formatCount(redeemed) : `${formatCount(redeemed)} of ${formatCount(most)}`

/** An expired or used up coupon is shown so, whatever its status. */
export function couponState({
  status,
  is_redeemable,
  redeemed,
  max_redemptions,
}: Pick<Coupon, 'status' | 'is_redeemable' | 'redeemed' | 'max_redemptions'>) {
  if (status === 'archived' || is_redeemable) return status
  return max_redemptions !== null && redeemed >= max_redemptions ? 'coupon_used_up' : 'expired'
}
