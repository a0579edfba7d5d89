import { expect, test } from 'vitest'
import { activity, mergeActivities } from '../ui/activity/activities'
import { type Grammar, sentenceOf } from '../ui/activity/sentence'
import { entry } from '../ui/activity/testEntry'
import { compose } from './compose'
import { features } from './features'

const contracts = import.meta.glob<{ audit?: object }>(
  ['../../../modules/*/domains/*/contract.ts', '../../../extensions/*/domains/*/contract.ts'],
  { eager: true, import: 'contract' },
)
const actions = Object.values(contracts).flatMap(({ audit }) => Object.keys(audit ?? {}))
const { pages } = compose(Object.values(features))

test('every audited action has a sentence, and every sentence an action', () => {
  expect(actions.length).toBeGreaterThan(100)
  expect(Object.keys(activity.sentences).sort()).toEqual(actions.toSorted())
})

test('every sentence reads as one, for one entry of a person, of the system and of many', () => {
  const grammar: Grammar = { ...activity, roles: () => 'Manager and Member' }
  for (const action of actions) {
    const [resource_type = ''] = action.split('.')
    const own = { action, resource_type, resource_id: 'u1', resource_name: 'The name' }
    const system = { type: 'system' as const, id: null, name: null }
    for (const fields of [
      own,
      { ...own, resource_id: 'x' },
      { ...own, actor: system, user: null },
    ]) {
      const text = sentenceOf(entry(fields), grammar)
      expect(text, action).toMatch(/^(Ada Lovelace|Powernode) [a-z].*[^.\s]$/)
      expect(text, action).not.toMatch(/[{}_]|undefined|null|NaN|\[object/)
    }
  }
})

test('a change of roles names them, alone or as part of a change that keeps the other values', () => {
  const grammar: Grammar = { ...activity, roles: (names) => String(names) }
  const values = (roles: string[]) => ({ name: 'Grace', roles })
  const changed = entry({
    action: 'user.updated',
    resource_name: 'Grace',
    old_values: values(['member', 'manager']),
    new_values: values(['developer']),
  })
  expect(sentenceOf(changed, grammar)).toBe('Ada Lovelace changed the roles of Grace to developer')
  const renamed = { ...changed, new_values: { name: 'Hopper', roles: ['manager', 'member'] } }
  expect(sentenceOf(renamed, grammar)).toBe('Ada Lovelace changed the profile of Grace')
})

test('types whose record a sentence names have a noun, and their pages exist', () => {
  const paths = pages.map(({ path }) => path)
  for (const [type, { page }] of Object.entries(activity.types)) {
    if (page) expect(paths, type).toContain(page)
  }
  for (const [action, sentence] of Object.entries(activity.sentences)) {
    const names = JSON.stringify(sentence) ?? String(sentence)
    const type = action.split('.')[0] ?? ''
    if (/\{(the )?object\}/.test(names)) expect(Object.keys(activity.types), action).toContain(type)
  }
})

test('two domains cannot write sentences for one action', () => {
  const one = { types: {}, sentences: { 'user.login': 'signed in' } }
  expect(() => mergeActivities([one, one])).toThrow('the audited action user.login')
  const typed = { types: { user: { noun: 'user' } }, sentences: {} }
  expect(() => mergeActivities([typed, typed])).toThrow('the audited type user')
})
