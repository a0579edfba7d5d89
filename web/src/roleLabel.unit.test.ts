import { expect, test } from 'vitest'
import { roleLabel, rolesToAskFor } from './roleLabel'

test('a role is shown by its display name, or by words made of its name', () => {
  expect(['admin', 'book_keeper', 'account.manager'].map(roleLabel)).toEqual([
    'Platform administrator',
    'Book keeper',
    'Account manager',
  ])
})

test('the roles to ask for leave out the one that works on all accounts, unless it is the only one', () => {
  expect(rolesToAskFor(['admin', 'manager', 'owner'])).toBe('Manager or Owner')
  expect(rolesToAskFor(['admin'])).toBe('Platform administrator')
  expect(rolesToAskFor(['owner'], () => 'Besitzerin')).toBe('Besitzerin')
})
