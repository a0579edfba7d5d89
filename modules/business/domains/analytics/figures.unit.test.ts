import { expect, test } from 'vitest'
import { changedBy, compoundGrowth, growthOf, lifetimeValue, meanOf, percentOf } from './figures.ts'
import { movementOf } from './movement.ts'
import { periodsIn } from './range.ts'

test('percentages have two places, rounded half away from zero', () => {
  expect(percentOf(3, 60)).toBe(5)
  expect(percentOf(200, 8000)).toBe(2.5)
  expect(percentOf(1, 3)).toBe(33.33)
  expect(percentOf(1, 800)).toBe(0.13)
  expect(percentOf(-1, 800)).toBe(-0.13)
  expect(percentOf(5, 0)).toBe(0)
  expect(growthOf(10_000, 8000)).toBe(25)
  expect(growthOf(8000, 0)).toBe(0)
  expect(meanOf([5, 2.5, 0])).toBe(2.5)
  expect(meanOf([])).toBeNull()
})

test('growth compounds over the steps between the values', () => {
  expect(compoundGrowth([80_000, 100_000, 125_000])).toBe(25)
  expect(changedBy(125_000, 25)).toBe(156_250)
  expect(compoundGrowth([80_000])).toBe(0)
  expect(compoundGrowth([0, 80_000])).toBe(0)
})

test('the lifetime value is the revenue of a customer ÷ churn, or a year of it without churn', () => {
  expect(lifetimeValue(3333, 5)).toEqual({ ltv_cents: 66_660, ltv_is_floor: false })
  expect(lifetimeValue(3333, 0)).toEqual({ ltv_cents: 39_996, ltv_is_floor: true })
})

test.each([
  [0, 2900, false, { kind: 'new', amount_cents: 2900 }],
  [0, 2900, true, { kind: 'reactivation', amount_cents: 2900 }],
  [2900, 4900, true, { kind: 'expansion', amount_cents: 2000 }],
  [4900, 2900, true, { kind: 'contraction', amount_cents: 2000 }],
  [2900, 0, true, { kind: 'churn', amount_cents: 2900 }],
  [2900, 2900, true, undefined],
  [0, 0, false, undefined],
])('from %i to %i cents, paid before: %s', (before, after, paidBefore, movement) => {
  expect(movementOf(before, after, paidBefore)).toEqual(movement)
})

test('a range has the periods that overlap it and have begun', () => {
  const range = { start: new Date('2026-01-31'), end: new Date('2026-12-31') }
  const now = new Date('2026-03-01T00:00:00Z')
  expect(periodsIn(range, 'monthly', now)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
  expect(periodsIn(range, 'daily', now)).toHaveLength(30)
  expect(periodsIn({ ...range, start: new Date('2026-03-02') }, 'daily', now)).toEqual([])
})
