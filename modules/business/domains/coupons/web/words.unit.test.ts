import { expect, test } from 'vitest'
import { couponState, redemptionsInWords, reductionInWords } from './words'

test('a coupon says what it takes off, and for how long', () => {
  const percent = { percent: 25, amount_cents: null, currency: null, periods: 3 }
  expect(reductionInWords(percent)).toBe('25 % off for 3 periods')
  const amount = { percent: null, amount_cents: 1000, currency: 'USD' as const, periods: null }
  expect(reductionInWords(amount)).toBe('$10.00 off for good')
})

test('a coupon that cannot be redeemed says why', () => {
  const limited = { status: 'active' as const, redeemed: 1, max_redemptions: 1 }
  expect(redemptionsInWords(limited)).toBe('1 of 1')
  expect(couponState({ ...limited, is_redeemable: false })).toBe('coupon_used_up')
  expect(couponState({ ...limited, max_redemptions: 2, is_redeemable: false })).toBe('expired')
  expect(couponState({ ...limited, max_redemptions: 2, is_redeemable: true })).toBe('active')
})
