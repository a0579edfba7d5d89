import { expect, test } from 'vitest'
import { subscriptionNotice } from './home'

const now = Date.parse('2026-11-26T12:00:00Z')
const subscription = { plan: { name: 'Pro' }, trial_end: null, waits_for: null }

test('a trial is announced two weeks before it ends', () => {
  const trial = (trial_end: string) =>
    subscriptionNotice({ ...subscription, status: 'trialing', trial_end }, now)?.text
  expect(trial('2026-12-12T00:00:00Z')).toBeUndefined()
  expect(trial('2026-12-10T12:00:00Z')).toBe('The trial of Pro ends in 14 days.')
  expect(trial('2026-11-27T09:00:00Z')).toBe('The trial of Pro ends within a day.')
})

test('a payment that is due is urgent; a paid subscription needs nothing', () => {
  expect(subscriptionNotice({ ...subscription, status: 'active' }, now)).toBeNull()
  expect(subscriptionNotice({ ...subscription, status: 'unpaid' }, now)).toMatchObject({
    urgency: 'high',
    text: 'The subscription to Pro is unpaid.',
  })
  const waiting = { ...subscription, status: 'incomplete', waits_for: 'payment_method' } as const
  expect(subscriptionNotice(waiting, now)?.text).toContain('waits for a payment method')
})
