import { IconHome } from '@tabler/icons-react'
import { expect, test } from 'vitest'
import { currentIndex, distinctSections, type PaletteRow } from './sections'

const row = (key: string): PaletteRow => ({ key, label: key, icon: IconHome, run: () => {} })
const rows = (...keys: string[]) => keys.map(row)

test('what was opened recently is not listed again, and empty sections are left out', () => {
  const sections = distinctSections([
    { label: 'Recent', rows: rows('/users') },
    { label: 'Pages', rows: rows('/', '/users') },
    { label: 'Users', rows: rows('/users') },
  ])
  expect(sections.map(({ label, rows }) => [label, rows.map(({ key }) => key)])).toEqual([
    ['Recent', ['/users']],
    ['Pages', ['/']],
  ])
})

test('the first row is current until one is chosen, also when results arrive later', () => {
  expect(currentIndex([], null)).toBe(0)
  expect(currentIndex(rows('late'), null)).toBe(0)
  expect(currentIndex(rows('early', 'late'), null)).toBe(0)
})

test('the chosen row stays current while others arrive, and the first replaces one that is gone', () => {
  expect(currentIndex(rows('first', 'new', 'chosen'), 'chosen')).toBe(2)
  expect(currentIndex(rows('first', 'second'), 'chosen')).toBe(0)
})
