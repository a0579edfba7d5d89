import { expect, test } from 'vitest'
import { historyStart, uptimeIn } from './words'

const now = Date.parse('2026-11-26T14:11:00')
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

test('an uptime names the time it covers if that is shorter than its period', () => {
  expect(uptimeIn(90, 100, ago(9), now)).toBe('100% in 9 min')
  expect(uptimeIn(1, 99.5, ago(9), now)).toBe('99.5% in 9 min')
  expect(uptimeIn(1, 99.5, ago(24 * 60), now)).toBe('99.5%')
  expect(uptimeIn(7, null, null, now)).toBe('–')
})

test('the history begins with the first check, not with the first bar', () => {
  const days = Array.from({ length: 90 }, (_, index) => ({
    date: new Date(now - (89 - index) * 86_400_000).toISOString().slice(0, 10),
  }))
  expect(historyStart(days, ago(9), now)).toBe('Since 14:02 today')
  expect(historyStart(days, '2026-11-20T12:00:00Z', now)).toBe('Since Nov 20')
  expect(historyStart(days, '2026-08-01T12:00:00Z', now)).toBe('90 days ago')
  expect(historyStart(days, null, now)).toBe('Not checked yet')
})
