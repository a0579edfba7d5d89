import { expect, test } from 'vitest'
import { describeOutcome } from './outcome'

const done: PromiseSettledResult<void> = { status: 'fulfilled', value: undefined }
const failed = (text: string): PromiseSettledResult<void> => ({
  status: 'rejected',
  reason: new Error(text),
})

test('one message counts what was done', () => {
  expect(describeOutcome('revoked', [done, done, done])).toBe('3 revoked.')
})

test('a failure does not hide the others, and each reason is given once', () => {
  const results = [done, failed('is expired'), done, failed('is expired'), failed('Not found.')]
  expect(describeOutcome('revoked', results)).toBe('2 revoked, 3 failed: Is expired. Not found.')
})

test('nothing is reported as done if everything failed', () => {
  expect(describeOutcome('retried', [failed('The server cannot be reached.')])).toBe(
    '1 failed: The server cannot be reached.',
  )
})
