import { expect, test } from 'vitest'
import type { Payment } from './queries'
import { outcomeOf, purposeOf } from './words'

const payment = {
  status: 'failed',
  failure_reason: 'Your card has insufficient funds.',
  decline_kind: 'soft',
  invoice: { id: '1', invoice_number: 'INV-202611-0001' },
} as Payment

test('a decline says what the bank said, a technical failure does not', () => {
  expect(outcomeOf(payment)).toBe('Your card has insufficient funds.')
  expect(outcomeOf({ ...payment, decline_kind: 'technical' })).toContain('Nothing was charged')
})

test('a payment without an outcome says that nothing is charged twice; a received one says nothing', () => {
  expect(outcomeOf({ ...payment, status: 'processing' })).toContain('not charged twice')
  expect(outcomeOf({ ...payment, status: 'succeeded' })).toBe(null)
})

test('a payment without an invoice is for credit', () => {
  expect(purposeOf(payment)).toBe('Invoice INV-202611-0001')
  expect(purposeOf({ invoice: null })).toBe('Credit')
})
