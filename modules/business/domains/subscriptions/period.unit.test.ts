import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BillingCycle, periodAt, periodFrom } from './period.ts'

const at = (text: string) => new Date(`${text}T09:30:00.000Z`)
const cycle = fc.constantFrom<BillingCycle>('monthly', 'quarterly', 'yearly')
const start = fc.date({ min: at('2000-01-01'), max: at('2100-01-01'), noInvalidDate: true })
const span = { monthly: [28, 31], quarterly: [89, 92], yearly: [365, 366] } as const

test.each([
  ['monthly', '2025-01-15', 15, '2025-02-15'],
  ['monthly', '2024-01-31', 31, '2024-02-29'],
  ['monthly', '2024-02-29', 31, '2024-03-31'],
  ['monthly', '2025-12-31', 31, '2026-01-31'],
  ['quarterly', '2025-11-30', 30, '2026-02-28'],
  ['quarterly', '2026-02-28', 30, '2026-05-30'],
  ['yearly', '2024-02-29', 29, '2025-02-28'],
  ['yearly', '2027-02-28', 29, '2028-02-29'],
] as const)('%s from %s with the anchor %i ends at %s', (cycle, from, anchor, until) => {
  expect(periodFrom(at(from), cycle, anchor)).toEqual({
    current_period_start: at(from),
    current_period_end: at(until),
  })
})

test('over many periods, none drifts from its anchor day, and there are no gaps', () => {
  fc.assert(
    fc.property(start, cycle, fc.integer({ min: 1, max: 60 }), (first, cycle, count) => {
      const anchor = first.getUTCDate()
      let from = first
      for (let index = 0; index < count; index++) {
        const period = periodFrom(from, cycle, anchor)
        const end = period.current_period_end
        const lastOfMonth = new Date(end.getTime() + DAY_MS).getUTCDate() === 1
        expect(end.getUTCDate() === anchor || (lastOfMonth && end.getUTCDate() < anchor)).toBe(true)
        expect(end.getTime() % DAY_MS).toBe(first.getTime() % DAY_MS)
        from = end
      }
    }),
  )
})

test('a period on its anchor is as long as its cycle', () => {
  fc.assert(
    fc.property(start, cycle, (from, cycle) => {
      const period = periodFrom(from, cycle, from.getUTCDate())
      const days = (period.current_period_end.getTime() - from.getTime()) / DAY_MS
      expect(days).toBeGreaterThanOrEqual(span[cycle][0])
      expect(days).toBeLessThanOrEqual(span[cycle][1])
    }),
  )
})

test('the period at a moment contains that moment', () => {
  const later = fc.integer({ min: 0, max: 3000 })
  fc.assert(
    fc.property(start, cycle, later, (from, cycle, days) => {
      const moment = new Date(from.getTime() + days * DAY_MS)
      const period = periodAt(moment, from, cycle, from.getUTCDate())
      expect(period.current_period_start.getTime()).toBeLessThanOrEqual(moment.getTime())
      expect(period.current_period_end.getTime()).toBeGreaterThan(moment.getTime())
    }),
  )
})
