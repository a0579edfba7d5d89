import { expect, test } from 'vitest'
import { happenedInWords, stepsOf } from './words'

test('what happened is said in words', () => {
  const event = { kind: 'event', subject: null } as const
  expect(happenedInWords({ ...event, type: 'invoice.paid', data: {} })).toBe('Invoice paid')
  const updated = (changes: string[]) =>
    happenedInWords({
      ...event,
      type: 'subscription.updated',
      data: { changes, status: 'past_due' },
    })
  expect(updated(['status', 'past_due_since'])).toBe('Subscription is past due')
  expect(updated(['current_period_start'])).toBe('Subscription renewed')
  expect(updated(['plan_id', 'quantity'])).toBe('Subscription changed: plan, quantity')
  expect(
    happenedInWords({
      kind: 'mail',
      type: 'payment_failed',
      subject: 'Your payment failed',
      data: {},
    }),
  ).toBe('Email “Your payment failed”')
})

test('a clock is advanced by a day or to the next renewal', () => {
  expect(stepsOf({ billing_time: '2027-01-31T08:00:00.000Z', next_renewal_at: null })).toEqual({
    day: '2027-02-01T08:00:00.000Z',
    renewal: null,
  })
})
