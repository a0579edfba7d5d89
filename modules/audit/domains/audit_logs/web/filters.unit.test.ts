import { expect, test } from 'vitest'
import { actionLabel, actionOptions, filterText } from './filters'

test('an action is chosen by words', () => {
  expect(actionLabel('api_key.status_changed')).toBe('API key status changed')
  expect(actionOptions(['user.created'], undefined)).toEqual([
    { value: 'user.created', label: 'User created' },
  ])
})

test('an action of a link can be chosen, even if no entry has it', () => {
  const values = (chosen: string) =>
    actionOptions(['user.created'], chosen).map(({ value }) => value)
  expect(values('role.deleted')).toEqual(['user.created', 'role.deleted'])
  expect(values('user.created')).toEqual(['user.created'])
})

test('a filter is described by its label and the words of its value', () => {
  expect(filterText('action', 'user.login_failed')).toBe('action “User login failed”')
  expect(filterText('status', 'error')).toBe('outcome “Error”')
  expect(filterText('ip_address', '203.0.113.7')).toBe('IP address “203.0.113.7”')
  expect(filterText('user_id', '019a')).toBe('user id “019a”')
  expect(filterText('search', 'ada')).toBe('“ada”')
})
