import { expect, test } from 'vitest'
import { workerState } from './states'

test('a worker is active only after it has contacted the server', () => {
  const seen = '2026-11-23T09:30:00.000Z'
  expect(workerState({ status: 'active', last_seen_at: null })).toBe('never_connected')
  expect(workerState({ status: 'active', last_seen_at: seen })).toBe('active')
  expect(workerState({ status: 'suspended', last_seen_at: null })).toBe('suspended')
})
