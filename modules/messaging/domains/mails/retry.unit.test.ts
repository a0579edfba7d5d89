import { expect, test } from 'vitest'
import { nextMailAttemptAt } from './retry.ts'

test('a mail is retried for about 24 hours with growing delays, then no more', () => {
  const start = new Date('2026-11-23T09:30:00Z')
  const delays: number[] = []
  let now = start
  for (let attempt = 1; ; attempt++) {
    const next = nextMailAttemptAt(now, attempt)
    if (!next) break
    delays.push(next.getTime() - now.getTime())
    now = next
  }
  const hours = (now.getTime() - start.getTime()) / 3600_000
  expect(delays).toHaveLength(10)
  expect(hours).toBeGreaterThan(21)
  expect(hours).toBeLessThan(27)
  expect(delays[0]).toBeLessThan(60_000)
  for (const [index, wait] of delays.slice(1, 9).entries()) {
    expect(wait).toBeGreaterThan(delays[index] ?? 0)
  }
})
