import { expect, test } from 'vitest'
import { dailyTrend } from './trend'

const now = Date.parse('2026-11-26T14:11:00Z')

test('today is compared with yesterday until the same hour', () => {
  const hour = (time: string, count: number) => ({ time: `${time}:00:00Z`, count, errors: 1 })
  const hours = [
    hour('2026-11-19T15', 100),
    hour('2026-11-20T00', 2),
    hour('2026-11-25T03', 10),
    hour('2026-11-25T14', 5),
    hour('2026-11-25T15', 50),
    hour('2026-11-26T02', 12),
    hour('2026-11-26T14', 6),
  ]
  expect(dailyTrend(hours, 'count', now)).toMatchObject({
    values: [2, 0, 0, 0, 0, 65, 18],
    now: 18,
    before: 15,
  })
  expect(dailyTrend(hours, 'errors', now).values.at(-1)).toBe(2)
})
