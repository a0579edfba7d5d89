import { expect, test } from 'vitest'
import { monthTrend } from './trend'

test('the last 30 days are compared with the 30 before', () => {
  const counts = [...Array(30).fill(1), ...Array(29).fill(2), 7]
  expect(monthTrend(counts)).toMatchObject({ now: 65, before: 30 })
  expect(monthTrend(counts).values).toHaveLength(30)
  expect(monthTrend([9, ...counts]).before).toBe(30)
})
