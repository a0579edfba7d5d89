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
  expect(nextStep(trial(7))).toBe('The trial ends on December 3, 2026.')
  expect(nextStep({ ...trial(7), cancel_at_period_end: true })).toBe('Ends on December 3, 2026.')
  expect(nextStep({ ...trial(7), status: 'active' })).toBe('Renews on December 3, 2026.')
  expect(nextStep({ ...trial(7), status: 'incomplete', current_period_end: null })).toBe(
    'Not started yet.',
  )
})

test('warns of a payment from seven days before a trial of a paid plan ends', () => {
  expect([8, 7, 1].map((days) => isPaymentNear(trial(days), now))).toEqual([false, true, true])
  expect(isPaymentNear({ ...trial(1), plan: { price_cents: 0 } }, now)).toBe(false)
  expect(isPaymentNear({ ...trial(1), cancel_at_period_end: true }, now)).toBe(false)
  expect(isPaymentNear({ ...trial(1), status: 'active' }, now)).toBe(false)
})
