import { expect, test } from 'vitest'
import { emptyLine, endOfDay, linesOfValues, sumOfLines } from './draft_values'

test('amounts with decimals are whole cents', () => {
  const lines = [
    { ...emptyLine, description: ' Setup ', quantity: 3, unit_amount_cents: 1.15 },
    {
      ...{ ...emptyLine, key: '2', description: 'Coupon', line_type: 'discount' as const },
      unit_amount_cents: '-0.29',
    },
  ]
  expect(linesOfValues(lines)).toEqual([
    { description: 'Setup', line_type: 'usage', quantity: 3, unit_amount_cents: 115 },
    { description: 'Coupon', line_type: 'discount', quantity: 1, unit_amount_cents: -29 },
  ])
  expect(sumOfLines(lines)).toBe(316)
  expect(sumOfLines([emptyLine])).toBe(0)
})

test('an invoice is due at the end of the day', () => {
  expect([endOfDay('2027-01-31'), endOfDay('')]).toEqual(['2027-01-31T23:59:59Z', null])
})
