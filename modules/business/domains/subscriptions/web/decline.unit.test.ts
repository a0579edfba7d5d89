import { expect, test } from 'vitest'
import type { ApiFailure } from '~/api'
import { declineInWords } from './decline'

const failure = (code: string): ApiFailure =>
  Object.assign(new Error('Your card has insufficient funds.'), {
    ...{ status: 402, code, fields: {}, retryAfterSeconds: null, requestId: null },
  })

test('a decline says what it means for the plan, and what to do', () => {
  const { message, code } = declineInWords(failure('payment_declined'), true)
  expect(message).toBe(
    'Your card has insufficient funds. Your plan has not changed. Add or choose another payment method under Billing.',
  )
  expect(code).toBe('payment_declined')
  expect(declineInWords(failure('payment_declined'), false).message).toContain('waits for')
})

test('another failure stays as it is', () => {
  const other = failure('conflict')
  expect(declineInWords(other, true)).toBe(other)
})
