import { expect, test } from 'vitest'
import { changeInWords, discountInWords, dueNow, endedBecause, firstInvoiceInWords } from './words'

const preview = {
  ...{ currency: 'USD' as const, amount_due_cents: 2687, credit_cents: 0, credit_added_cents: 0 },
  current_period_end: '2026-12-10T12:00:00Z',
}

test('says what a change costs now, or what becomes credit', () => {
  expect(dueNow(preview)).toBe('$26.87 is due now, for the time until December 10, 2026.')
  expect(dueNow({ ...preview, amount_due_cents: 0, credit_cents: 500 })).toBe(
    'Nothing is due now. Credit pays $5.00 of it.',
  )
  expect(dueNow({ ...preview, amount_due_cents: 0, credit_added_cents: 2981 })).toContain(
    '$29.81 for the unused time becomes credit',
  )
})

test('says what change waits, and why a subscription ended', () => {
  const change = { plan: { id: '1', name: 'Pro' }, quantity: 3, invoice_id: null }
  expect(changeInWords({ ...change, takes_effect: 'period_end' })).toBe(
    'Pro × 3 at the end of the period',
  )
  expect(endedBecause({ cancel_reason: 'payment_failure', cancel_comment: null })).toBe('Not paid')
  expect(endedBecause({ cancel_reason: 'requested', cancel_comment: 'Too slow' })).toBe('Too slow')
})

test('a discount says what it takes off, and for how long', () => {
  const started_at = '2026-11-10T12:00:00Z'
  const coupon = { source: 'coupon' as const, code: 'SPRING', percent: 25, amount_cents: null }
  expect(discountInWords({ ...coupon, periods: 3, periods_left: 2, started_at }, 'USD')).toBe(
    'Coupon SPRING, 25 % off for 2 periods',
  )
  const manual = { source: 'manual' as const, code: null, percent: null, amount_cents: 500 }
  expect(discountInWords({ ...manual, periods: null, periods_left: null, started_at }, 'USD')).toBe(
    'Discount, $5.00 off for good',
  )
})

test('a new subscriber sees what the first period costs, and when', () => {
  const first = { currency: 'USD' as const, amount_due_cents: 2900 }
  expect(firstInvoiceInWords({ ...first, trial_end: null })).toBe(
    '$29.00 is due now, for the first period.',
  )
  expect(firstInvoiceInWords({ ...first, trial_end: '2026-12-10T12:00:00Z' })).toMatch(
    /^Free until .*, then \$29.00 for the first period.$/,
  )
})
