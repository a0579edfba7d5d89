import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareSlots } from './slot_shares.ts'

const queue = (name: string, weight = 1) => ({ name, weight })
const shares = (slots: number, ...queues: ReturnType<typeof queue>[]) =>
  Object.fromEntries(shareSlots(slots, queues))

test('queues with the same weight get the same number of slots', () => {
  expect(shares(10, queue('flood'), queue('quiet'))).toEqual({ flood: 5, quiet: 5 })
  expect(shares(10, queue('alone'))).toEqual({ alone: 10 })
})

test('slots are divided in proportion to weights', () => {
  expect(shares(9, queue('mail', 2), queue('reports'))).toEqual({ mail: 6, reports: 3 })
})

test('with fewer slots than queues, the first queues get them', () => {
  expect(shares(1, queue('a'), queue('b'))).toEqual({ a: 1 })
  expect(shares(2, queue('a', 5), queue('b'))).toEqual({ a: 1, b: 1 })
})

test('all slots are assigned, and every queue gets one if there are enough', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.nat(500), weights, (slots, given) => {
      const all = shareSlots(
        slots,
        given.map((weight, index) => queue(`q${index}`, weight)),
      )
      expect([...all.values()].reduce((sum, share) => sum + share, 0)).toBe(slots)
      expect(all.size).toBe(Math.min(slots, given.length))
    }),
  )
})
