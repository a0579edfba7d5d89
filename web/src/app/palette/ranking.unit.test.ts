import { expect, test } from 'vitest'
import { ranked, rankedAll } from './ranking'

const labels = (items: { label: string }[]) => items.map(({ label }) => label)
const named = (...names: string[]) => names.map((label) => ({ label }))

test('an exact match is before a prefix, a prefix before the start of a word, and that before the middle of one', () => {
  const items = named('Backlogs', 'Audit logs', 'Logs of today', 'Logs')
  expect(labels(ranked(items, 'logs'))).toEqual(['Logs', 'Logs of today', 'Audit logs', 'Backlogs'])
})

test('equal matches keep their order', () => {
  expect(labels(ranked(named('Users', 'User roles', 'Usage'), 'us'))).toEqual([
    'Users',
    'User roles',
    'Usage',
  ])
})

test('a keyword finds an item, after those whose label matches', () => {
  const items = [
    { label: 'API keys', keywords: ['tokens'] },
    { label: 'Worker tokens' },
    { label: 'Sign out', keywords: ['log out'] },
  ]
  expect(labels(ranked(items, 'token'))).toEqual(['Worker tokens', 'API keys'])
  expect(labels(ranked(items, 'LOG  OUT '))).toEqual(['Sign out'])
})

test('words are found in any order', () => {
  expect(labels(ranked(named('Create key', 'Create role'), 'key cre'))).toEqual(['Create key'])
})

test('accents and case are ignored, punctuation starts a word', () => {
  expect(labels(ranked(named('Zoë Müller', 'https://example.com'), 'muller'))).toEqual([
    'Zoë Müller',
  ])
  expect(labels(ranked(named('https://hooks.example.com'), 'example'))).toHaveLength(1)
})

test('an empty search keeps everything; one that matches nothing keeps nothing', () => {
  expect(ranked(named('Users', 'Roles'), ' ')).toHaveLength(2)
  expect(ranked(named('Users', 'Roles'), 'webhook')).toEqual([])
})

test('results of the server stay even if they match there only', () => {
  expect(labels(rankedAll(named('backup', 'clean_up_sessions'), 'clean'))).toEqual([
    'clean_up_sessions',
    'backup',
  ])
})
