import { expect, test } from 'vitest'
import { noticeAboutUsage } from './usage'

test('a limit needs attention from four fifths on, and more so when it is reached', () => {
  const of = (current: number, limit: number, unlimited = false) =>
    noticeAboutUsage({ current, limit, unlimited }, 'users', { to: '/users' })
  expect(of(7, 10)).toBeNull()
  expect(of(8, 10)).toMatchObject({
    urgency: 'medium',
    text: 'This account has 8 of at most 10 users.',
  })
  expect(of(10, 10)).toMatchObject({
    urgency: 'high',
    text: 'This account has reached its limit of 10 users.',
  })
  expect(of(0, 0)).toBeNull()
  expect(of(50, 9999, true)).toBeNull()
})
