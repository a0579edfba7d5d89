import { expect, test } from 'vitest'
import type { Records } from '../../feature'
import { features } from '../features'

const found = import.meta.glob<readonly Records[]>(
  '../../../../{modules,extensions}/*/domains/*/web/records.ts',
  { eager: true, import: 'default' },
)
const kinds = Object.values(found).flat()

test('every kind of record has a label and a place of its own, and can be found', () => {
  expect(kinds.length).toBeGreaterThan(15)
  expect(new Set(kinds.map(({ label }) => label)).size).toBe(kinds.length)
  expect(new Set(kinds.map(({ order }) => order)).size).toBe(kinds.length)
  expect(kinds.filter(({ find, get }) => !find && !get)).toEqual([])
})

test('who finds a record may open its page', () => {
  const pages = Object.values(features).flatMap((feature) => feature.pages ?? [])
  for (const { label, to, needs } of kinds) {
    const page = pages.find(({ path }) => path === to)
    expect([page?.needs ?? []].flat(), label).toContain(needs)
  }
})
