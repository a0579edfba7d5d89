import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stateOptions } from '../list/state'
import { mergeStates, stateLabel, states, stateTone } from './states'

const openApi = join(import.meta.dirname, '../../../../contract/openapi')
/** The fields of the API that pages show as states. */
const fields = ['status', 'state', 'severity', 'risk_level', 'effective_status']

function choices(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { properties } = node as { properties?: Record<string, unknown> }
  const own = fields.flatMap((field) => enumOf(properties?.[field]))
  return [...own, ...Object.values(node).flatMap(choices)]
}

function enumOf(schema: unknown): string[] {
  const { enum: values = [] } = (schema ?? {}) as { enum?: unknown[] }
  return values.filter((value) => typeof value === 'string')
}

test('every state that the API knows has a tone', () => {
  const documents = readdirSync(openApi)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(openApi, name), 'utf8')))
  const known = [...new Set(documents.flatMap(choices))]
  expect(known.length).toBeGreaterThan(40)
  expect(known.filter((state) => !states.has(state))).toEqual([])
})

test('a pill and a filter use the same words', () => {
  expect(stateLabel('max_retries_reached')).toBe('Retries exhausted')
  expect(stateOptions('past_due', 'max_retries_reached')).toEqual([
    { value: 'past_due', label: 'Past due' },
    { value: 'max_retries_reached', label: 'Retries exhausted' },
  ])
  expect([stateTone('open'), stateTone('resolved')]).toEqual(['bad', 'good'])
})

test('two domains may declare a state only alike', () => {
  const merged = mergeStates({ a: { open: 'bad' }, b: { open: { tone: 'bad', label: 'Open' } } })
  expect(merged.get('open')).toMatchObject({ tone: 'bad', label: 'Open' })
  const refused = (other: Parameters<typeof mergeStates>[0][string]) =>
    expect(() => mergeStates({ a: { open: 'bad' }, b: other })).toThrow(
      'a and b show the state open differently',
    )
  refused({ open: 'good' })
  refused({ open: { tone: 'bad', label: 'Unsolved' } })
})
