import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { expect, test } from 'vitest'
import { type Frequency, nextRunAfter, rangeSince } from './timetable.ts'

const next = (frequency: Frequency, moment: string) =>
  nextRunAfter(frequency, new Date(moment)).toISOString().slice(0, 16)

test.each<[Frequency, string, string]>([
  ['daily', '2026-11-27T07:59:59Z', '2026-11-27T08:00'],
  ['daily', '2026-11-27T08:00:00Z', '2026-11-28T08:00'],
  ['daily', '2026-12-31T23:59:59Z', '2027-01-01T08:00'],
  ['daily', '2028-02-28T12:00:00Z', '2028-02-29T08:00'],
  ['weekly', '2026-11-27T12:00:00Z', '2026-11-30T08:00'], // a Friday
  ['weekly', '2026-11-29T23:00:00Z', '2026-11-30T08:00'], // a Sunday
  ['weekly', '2026-11-30T07:00:00Z', '2026-11-30T08:00'],
  ['weekly', '2026-11-30T08:00:00Z', '2026-12-07T08:00'],
  ['monthly', '2026-12-01T07:00:00Z', '2026-12-01T08:00'],
  ['monthly', '2026-12-01T08:00:00Z', '2027-01-01T08:00'],
  ['monthly', '2027-01-31T10:00:00Z', '2027-02-01T08:00'],
])('the %s run after %s is at %s', (frequency, moment, expected) => {
  expect(next(frequency, moment)).toBe(expected)
})

test.each<[Frequency, due: string, now: string, range: [string, string]]>([
  ['daily', '2026-12-01', '2026-12-01', ['2026-11-30', '2026-11-30']],
  ['weekly', '2026-11-30', '2026-11-30', ['2026-11-23', '2026-11-29']],
  ['monthly', '2026-03-01', '2026-03-01', ['2026-02-01', '2026-02-28']],
  ['monthly', '2028-03-01', '2028-03-01', ['2028-02-01', '2028-02-29']],
  // Missed runs are made up for by one.
  ['daily', '2026-11-28', '2026-12-02', ['2026-11-27', '2026-12-01']],
  ['weekly', '2026-11-30', '2026-12-16', ['2026-11-23', '2026-12-13']],
  ['monthly', '2026-12-01', '2027-02-03', ['2026-11-01', '2027-01-31']],
])('a %s run due on %s that runs on %s reports %s', (frequency, due, now, expected) => {
  const at = (day: string) => new Date(`${day}T08:00:00Z`)
  const { start_date, end_date } = rangeSince(frequency, at(due), at(now))
  expect([dayOf(start_date), dayOf(end_date)]).toEqual(expected)
})
