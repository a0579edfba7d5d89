import { expect, test } from 'vitest'
import { expiryOf } from './words'

test('a card shows when it expires', () => {
  expect(expiryOf({ exp_month: 3, exp_year: 2031 })).toBe('Expires 03/2031')
  expect(expiryOf({ exp_month: null, exp_year: null })).toBe(null)
})
