import { expect, test } from 'vitest'
import { usageLevel, usageText } from './UsageBar'

const usage = (current: number, limit: number, unlimited = false) => ({ current, limit, unlimited })

test('usage is told as a part of the limit', () => {
  expect(usageText(usage(3, 5))).toBe('3 of 5')
  expect(usageText(usage(1200, 5000))).toBe('1,200 of 5,000')
  expect(usageText(usage(5, 5))).toBe('5 of 5, limit reached')
  expect(usageText(usage(3, 999, true))).toBe('3, no limit')
})

test('a bar warns before the limit is reached', () => {
  expect([0, 3, 4, 5, 6].map((current) => usageLevel(usage(current, 5)))).toEqual([
    'normal',
    'normal',
    'high',
    'full',
    'full',
  ])
  expect(usageLevel(usage(0, 0))).toBe('full')
})
