import { expect, test } from 'vitest'
import { priceEffect } from './price_effect'

const plan = (price_cents: number, billing_cycle: 'monthly' | 'yearly' = 'monthly') => ({
  plan: { price_cents, billing_cycle, currency: 'USD' as const },
  quantity: 1,
})

test('a first plan has a price, or is free', () => {
  expect(priceEffect(null, plan(2900))).toBe('The price is $29.00 per month.')
  expect(priceEffect(null, plan(0))).toBe('This plan is free.')
})

test('a change says by how much the price changes', () => {
  expect(priceEffect(plan(2900), plan(9900))).toBe(
    'The price will be $99.00 per month instead of $29.00 per month, $70.00 more.',
  )
  expect(priceEffect({ ...plan(2900), quantity: 2 }, plan(2900))).toBe(
    'The price will be $29.00 per month instead of $58.00 per month, $29.00 less.',
  )
  expect(priceEffect(plan(0), plan(2900))).toBe(
    'The price will be $29.00 per month. Your current plan is free.',
  )
  expect(priceEffect(plan(2900), plan(0))).toBe(
    'This plan is free. The price is $29.00 per month now.',
  )
  expect(priceEffect(plan(2900), plan(2900))).toBe('The price stays $29.00 per month.')
  expect(priceEffect(plan(0), plan(0))).toBe('This plan is free, as before.')
})

test('prices of different periods are not subtracted', () => {
  expect(priceEffect(plan(2900), plan(29_000, 'yearly'))).toBe(
    'The price will be $290.00 per year instead of $29.00 per month.',
  )
})
