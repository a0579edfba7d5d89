import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareSlots } from './shares.ts'

const queue = (name: string, ready: number, weight = 1) => ({ name, ready, weight })
const shares = (slots: number, ...queues: ReturnType<typeof queue>[]) =>
  Object.fromEntries(shareSlots(slots, queues))

test('a flood in one queue leaves the others their share', () => {
  expect(shares(10, queue('flood', 10), queue('quiet', 2))).toEqual({ flood: 8, quiet: 2 })
  expect(shares(10, queue('flood', 10), queue('other', 10))).toEqual({ flood: 5, other: 5 })
})

test('weights divide what all of them want', () => {
  expect(shares(9, queue('mail', 9, 2), queue('reports', 9, 1))).toEqual({ mail: 6, reports: 3 })
})

test('with fewer slots than queues the first ones go first', () => {
  expect(shares(1, queue('a', 5), queue('b', 5))).toEqual({ a: 1, b: 0 })
})

test('no slot stays empty while there is a job for it, and no queue gets more than it has', () => {
  const queues = fc.array(
    fc.record({ ready: fc.nat(200), weight: fc.integer({ min: 1, max: 10 }) }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(fc.nat(500), queues, (slots, given) => {
      const named = given.map((one, index) => queue(`q${index}`, one.ready, one.weight))
      const given_out = shareSlots(slots, named)
      const wanted = named.reduce((sum, { ready }) => sum + ready, 0)
      const sum = [...given_out.values()].reduce((all, share) => all + share, 0)
      expect(sum).toBe(Math.min(slots, wanted))
      for (const { name, ready } of named) expect(given_out.get(name)).toBeLessThanOrEqual(ready)
    }),
  )
})
