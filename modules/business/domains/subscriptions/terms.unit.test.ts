import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodPrice } from '../../pricing/price.ts'
import { termsOf } from './terms.ts'

const at = new Date('2027-03-10T12:00:00Z')
const periodEnd = new Date('2027-04-10T12:00:00Z')
const plan = {
  ...{ plan_id: 'team', plan_name: 'Team', price_cents: 4000, quantity: 1 },
  ...{ volume_discount_tiers: [], current_period_end: periodEnd, trial_end: null },
}
const half = {
  ...({ source: 'coupon', basis_points: 5000, amount_cents: null } as const),
  ...{ periods: 2, periods_left: 2, plan_ids: null, started_at: at.toISOString() },
}
const price = (fields: object, moment = at) =>
  periodPrice(termsOf({ ...plan, discounts: [{ ...half, ...fields }] }, moment))

test('a discount counts in its periods: the current one, and the next one if more than it is left', () => {
  expect(price({})).toBe(2000n)
  expect(price({}, periodEnd)).toBe(2000n)
  expect(price({ periods_left: 1 })).toBe(2000n)
  expect(price({ periods_left: 1 }, periodEnd)).toBe(4000n)
})

test('a discount that starts with the next period does not count in this one', () => {
  const next = { started_at: periodEnd.toISOString(), periods_left: 1 }
  expect(price(next)).toBe(4000n)
  expect(price(next, periodEnd)).toBe(2000n)
})

test('the first period after a trial uses none', () => {
  const trial = { ...plan, trial_end: periodEnd, discounts: [{ ...half, periods_left: 1 }] }
  expect(periodPrice(termsOf(trial, periodEnd))).toBe(2000n)
})

test('a discount for other plans does not count', () => {
  expect(price({ plan_ids: ['other'] })).toBe(4000n)
})

test('no price is ever below zero, nor above the list price', () => {
  const reduction = fc.oneof(
    fc.record({
      basis_points: fc.integer({ min: 1, max: 10_000 }),
      amount_cents: fc.constant(null),
    }),
    fc.record({
      basis_points: fc.constant(null),
      amount_cents: fc.integer({ min: 1, max: 10_000 }),
    }),
  )
  const tier = fc.record({
    min_quantity: fc.integer({ min: 1, max: 50 }),
    discount_percent: fc.integer({ min: 1, max: 100 }),
  })
  fc.assert(
    fc.property(
      ...([
        fc.nat(20_000),
        fc.integer({ min: 1, max: 50 }),
        fc.array(reduction),
        fc.array(tier),
      ] as const),
      (price_cents, quantity, reductions, tiers) => {
        const discounts = reductions.map((one) => ({ ...half, ...one }))
        const volume_discount_tiers = tiers.toSorted((a, b) => a.min_quantity - b.min_quantity)
        const sold = { ...plan, price_cents, quantity, volume_discount_tiers, discounts }
        const total = periodPrice(termsOf(sold, at))
        expect(total >= 0n && total <= BigInt(price_cents * quantity)).toBe(true)
      },
    ),
  )
})
