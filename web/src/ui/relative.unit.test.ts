import { expect, test } from 'vitest'
import { exactUtc, relativePhrase } from './relative'

const now = Date.parse('2026-11-26T13:02:05Z')
const phrase = (seconds: number) => relativePhrase(now + seconds * 1000, now)

test('a time ahead says in how long, to the second below a minute', () => {
  expect([20, 59.4, 60, 3 * 3600, 86_400].map(phrase)).toEqual([
    ...['in 20 s', 'in 59 s', 'in 1 minute', 'in 3 hours', 'tomorrow'],
  ])
})

test('a time that has just passed is not counted, nor one ahead by what clocks differ', () => {
  expect([1.5, 0, -5, -59].map(phrase)).toEqual(Array(4).fill('just now'))
  expect([-60, -7200].map(phrase)).toEqual(['1 minute ago', '2 hours ago'])
})

test('an exact time is in UTC', () => {
  expect(exactUtc('2026-11-26T13:02:05.120Z')).toBe('2026-11-26 13:02:05 UTC')
})
