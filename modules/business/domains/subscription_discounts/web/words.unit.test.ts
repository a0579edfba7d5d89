import { expect, test } from 'vitest'
import { discountName, takesOff } from './words'

test('a discount is called by what gave it', () => {
  expect(discountName({ source: 'coupon', code: 'SPRING' })).toBe('Coupon SPRING')
  expect(discountName({ source: 'promotion', code: null })).toBe('Promotion')
  expect(discountName({ source: 'manual', code: null })).toBe('By an administrator')
})

test('a discount takes off a percentage, or an amount of the currency', () => {
  expect(takesOff({ percent: 12.5, amount_cents: null }, 'EUR')).toBe('12.5 %')
  expect(takesOff({ percent: null, amount_cents: 500 }, 'EUR')).toBe('€5.00')
})
