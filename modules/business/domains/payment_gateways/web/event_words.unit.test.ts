import { expect, test } from 'vitest'
import { mayRetry, reasonOf } from './event_words'

test('says why an event changed nothing', () => {
  expect(reasonOf({ ignored_reason: 'stale' })).toBe('Something newer was known already')
  expect(reasonOf({ ignored_reason: null })).toBeNull()
})

test('what was processed, or is being processed, is not processed again', () => {
  const all = ['pending', 'processing', 'processed', 'skipped', 'failed'] as const
  expect(all.filter((status) => mayRetry({ status }))).toEqual(['pending', 'skipped', 'failed'])
})
