import { expect, test } from 'vitest'
import { datesOf } from './months'
import { heatOf, monthLabel } from './words'

test('a range has whole months, and the one before it as many', () => {
  const now = new Date('2026-03-31T23:00:00Z')
  expect(datesOf({ months: 3 }, now)).toEqual({ start_date: '2026-01-01', end_date: '2026-03-31' })
  expect(datesOf({ months: 3, ago: 3 }, now)).toEqual({
    start_date: '2025-10-01',
    end_date: '2025-12-31',
  })
})

test('a month is written in UTC, and a cell is darker the more customers stay', () => {
  expect(monthLabel('2026-11')).toBe('Nov 2026')
  expect([0, 1, 20, 21, 99.99, 100].map(heatOf)).toEqual([0, 1, 1, 2, 5, 5])
})
