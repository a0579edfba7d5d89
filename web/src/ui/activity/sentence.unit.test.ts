import { describe, expect, test } from 'vitest'
import type { Sentence } from '../../activity'
import { groupsOf } from './groups'
import { actorOf, type Grammar, predicateOf, sentenceOf, textOf } from './sentence'
import { entry } from './testEntry'

const grammar = (sentence?: Sentence): Grammar => ({
  types: { webhook: { noun: 'webhook', page: '/webhooks/$id' }, api_key: { noun: 'API key' } },
  sentences: { 'webhook.tested': sentence },
  roles: (names) => `roles ${String(names)}`,
})
const tested: Sentence = { one: 'sent a test to {object}', many: 'sent {count} tests to {object}' }

describe('a sentence', () => {
  test('names the actor and the record, which it links while it exists', () => {
    expect(sentenceOf(entry(), grammar(tested))).toBe('Ada Lovelace sent a test to the-hook')
    expect(predicateOf(entry(), grammar(tested))[1]).toEqual({
      text: 'the-hook',
      record: { type: 'webhook', id: 'w1' },
    })
    const gone = predicateOf(entry({ resource_exists: false }), grammar(tested))
    expect(gone[1]).toEqual({ text: 'the-hook' })
  })

  test('says the noun before the name, and only the noun without one', () => {
    const changed = grammar('changed {the object} today')
    expect(sentenceOf(entry(), changed)).toBe('Ada Lovelace changed the webhook the-hook today')
    const unnamed = entry({ resource_name: null })
    expect(sentenceOf(unnamed, changed)).toBe('Ada Lovelace changed a webhook today')
    const key = entry({ resource_name: null, resource_type: 'api_key' })
    expect(sentenceOf(key, changed)).toBe('Ada Lovelace changed an API key today')
  })

  test('on the page of a record says "this"', () => {
    const place = { count: 6, pageOf: 'w1' }
    expect(textOf(predicateOf(entry(), grammar(tested), place))).toBe(
      'sent 6 tests to this webhook',
    )
    const other = predicateOf(entry(), grammar(tested), { pageOf: 'w2' })
    expect(textOf(other)).toBe('sent a test to the-hook')
  })

  test('counts several entries in its own words, or says how often', () => {
    expect(textOf(predicateOf(entry(), grammar(tested), { count: 1504 }))).toBe(
      'sent 1,504 tests to the-hook',
    )
    expect(textOf(predicateOf(entry(), grammar('changed {object}'), { count: 2 }))).toBe(
      'changed the-hook twice',
    )
    expect(textOf(predicateOf(entry(), grammar('signed in'), { count: 3 }))).toBe(
      'signed in 3 times',
    )
  })

  test('can depend on values, roles and whether the actor is concerned', () => {
    const own = entry({ resource_id: 'u1', new_values: { roles: ['member'] } })
    const sentence: Sentence = ({ new_values }, words) =>
      `${words.own ? 'own' : 'other'} ${words.roles(new_values.roles)}`
    expect(sentenceOf(own, grammar(sentence))).toBe('Ada Lovelace own roles member')
    expect(sentenceOf(entry(), grammar(sentence))).toMatch('other')
  })

  test('of an unknown action is the message of the entry', () => {
    const unknown = entry({ action: 'report.sent', message: 'Report sent' })
    expect(sentenceOf(unknown, grammar())).toBe('Ada Lovelace recorded “Report sent”')
  })
})

test('an actor is named by kind, and an impersonator with the user', () => {
  const named = (type: 'api_key' | 'worker' | 'system' | 'visitor' | 'user', name: string | null) =>
    textOf(actorOf(entry({ actor: { type, id: 'x', name } })))
  expect(named('api_key', 'Deploys')).toBe('API key Deploys')
  expect(named('worker', 'main')).toBe('Worker main')
  expect(named('system', null)).toBe('Powernode')
  expect(named('visitor', null)).toBe('A visitor')
  expect(named('user', null)).toBe('A deleted user')
  const impersonator = { id: 'u2', name: 'Mo Admin', email: 'mo@example.com' }
  expect(textOf(actorOf(entry({ impersonator })))).toBe('Mo Admin as Ada Lovelace')
})

test('entries alike are grouped while they follow each other within an hour', () => {
  const at = (time: string, more = {}) =>
    entry({ id: time, created_at: `2026-11-26T${time}Z`, ...more })
  const list = [
    at('12:00:00'),
    at('11:30:00'),
    at('11:20:00', { resource_id: 'w2' }),
    at('11:10:00'),
    at('09:00:00'),
    at('08:59:00', { actor: { type: 'user', id: 'u2', name: 'Grace' } }),
    at('08:58:00', { action: 'webhook.updated' }),
  ]
  expect(groupsOf(list).map((group) => group.length)).toEqual([2, 1, 1, 1, 1, 1])
})
