import { expect, test } from 'vitest'
import type { Payment } from './queries'
import { callState } from './states'
import { failureOf, outcomeOf, purposeInSentence, purposeOf, suspenseInWords } from './words'

const payment = {
  status: 'failed',
  failure_reason: 'Your card has insufficient funds.',
  decline_kind: 'soft',
  suspense_cents: 0,
  currency: 'USD',
  invoice: { id: '1', invoice_number: 'INV-202611-0001' },
} as Payment

test('a decline says what the bank said, a technical failure does not', () => {
  expect(outcomeOf(payment)).toBe('Your card has insufficient funds. Nothing was charged.')
  expect(outcomeOf({ ...payment, decline_kind: 'technical' })).toContain('Nothing was charged')
})

test('a payment without an outcome says that nothing is charged twice; a received one says nothing', () => {
  expect(outcomeOf({ ...payment, status: 'processing' })).toContain('not charged twice')
  expect(outcomeOf({ ...payment, status: 'succeeded' })).toBe(null)
})

test('a payment without an invoice is for credit', () => {
  expect(purposeOf(payment)).toBe('Invoice INV-202611-0001')
  expect(purposeOf({ invoice: null })).toBe('Credit')
  expect(purposeInSentence(payment)).toBe('invoice INV-202611-0001')
})

test('money in suspense is explained to who paid, and to who decides', () => {
  const received = { ...payment, status: 'succeeded', suspense_cents: 2800 } as const
  expect(outcomeOf(received)).toMatch(/^\$28.00 of it is not what was due/)
  expect(suspenseInWords(payment)).toBe(null)
  expect(suspenseInWords(received)).toContain('Settle it, or refund it')
  expect(suspenseInWords({ ...received, suspense_cents: -500 })).toContain('More was paid back')
})

test('an administrator sees why a payment failed, and what a waiting one waits for', () => {
  expect(failureOf(payment)).toBe('Your card has insufficient funds.')
  expect(failureOf({ ...payment, status: 'requires_action' })).toContain('must approve')
  expect(failureOf({ ...payment, status: 'succeeded' })).toBe(null)
})

test('a call of a gateway is shown by its answer, or as waiting for one', () => {
  expect(callState({ status: 'done', outcome: 'declined' })).toBe('call_declined')
  expect(callState({ status: 'done', outcome: 'action_needed' })).toBe('requires_action')
  expect(callState({ status: 'done', outcome: null })).toBe('call_dropped')
  expect(callState({ status: 'lost', outcome: null })).toBe('call_lost')
})
