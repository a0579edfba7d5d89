import { expect, test } from 'vitest'
import { isPaymentNear, nextStep } from './next_step'

const now = Date.parse('2026-11-26T12:00:00Z')
const trial = (days: number) => ({
  status: 'trialing' as const,
  current_period_end: new Date(now + days * 86_400_000).toISOString(),
  cancel_at_period_end: false,
  plan: { price_cents: 2900 },
})

test('says what happens next, and when', () => {
  const week = { ...trial(7), waits_for: null }
  expect(nextStep(week)).toBe('The trial ends on December 3, 2026.')
  expect(nextStep({ ...week, cancel_at_period_end: true })).toBe('Ends on December 3, 2026.')
  expect(nextStep({ ...week, status: 'active' })).toBe('Renews on December 3, 2026.')
  expect(nextStep({ ...week, status: 'incomplete', current_period_end: null })).toBe(
    'Not started yet.',
  )
  expect(nextStep({ ...week, status: 'suspended', waits_for: 'payment' })).toBe(
    'Nothing can be added until the payment is made.',
  )
  expect(nextStep({ ...week, status: 'suspended', waits_for: 'dispute' })).toBe(
    'Nothing can be added until the dispute with the bank is decided.',
  )
})

test('warns of a payment from seven days before a trial of a paid plan ends', () => {
  expect([8, 7, 1].map((days) => isPaymentNear(trial(days), now))).toEqual([false, true, true])
  expect(isPaymentNear({ ...trial(1), plan: { price_cents: 0 } }, now)).toBe(false)
  expect(isPaymentNear({ ...trial(1), cancel_at_period_end: true }, now)).toBe(false)
  expect(isPaymentNear({ ...trial(1), status: 'active' }, now)).toBe(false)
})
