import { IconHome } from '@tabler/icons-react'
import { expect, test } from 'vitest'
import type { Feature } from '../feature'
import { compose } from './compose'
import { features } from './features'

const page = (path: string): Feature => ({ pages: [{ path, component: () => null }] })
const entry = (label: string, key: string, order = 10): Feature => ({
  navigation: [{ group: 'Build', order, label, to: '/', icon: IconHome, key }],
})

test('the features of all modules and extensions do not conflict', () => {
  expect(() => compose(Object.values(features))).not.toThrow()
})

test('the navigation has every entry once, and each group is sorted by order', () => {
  const all = Object.values(features)
  const { pages, navigation } = compose(all)
  expect(pages.length).toBeGreaterThan(40)
  const entries = all.flatMap((feature) => feature.navigation ?? [])
  expect(navigation.flatMap((group) => group.entries)).toHaveLength(entries.length)
  for (const { label, entries } of navigation) {
    const orders = entries.map(({ order }) => order)
    expect(orders, label).toEqual(orders.toSorted((a, b) => a - b))
  }
})

test('the other features do not conflict without the optional modules', () => {
  const core = Object.values(features).filter(({ module }) => module === undefined)
  expect(core.length).toBeLessThan(Object.keys(features).length)
  expect(() => compose(core)).not.toThrow()
})

test('a feature of an optional module or an extension names the module of its folder', () => {
  for (const [path, { module }] of Object.entries(features)) {
    const [, folder, name] = /(modules|extensions)\/(\w+)\//.exec(path) ?? []
    if (module !== undefined || folder === 'extensions') expect(module, path).toBe(name)
  }
})

test('entries of several features are sorted by order', () => {
  const { navigation } = compose([entry('Second', 'b', 20), entry('First', 'a', 10)])
  const build = navigation.find(({ label }) => label === 'Build')
  expect(build?.entries.map(({ label }) => label)).toEqual(['First', 'Second'])
})

test('two features with the same path, label or key are refused', () => {
  expect(() => compose([page('/things/$id'), page('/things/$name')])).toThrow(
    'Duplicate path /things/$ in the web app',
  )
  expect(() => compose([entry('Things', 'a'), entry('Things', 'b')])).toThrow(
    'Duplicate label Things in the web app',
  )
  expect(() => compose([entry('Things', 'a'), entry('Others', 'a')])).toThrow(
    'Duplicate key a in the web app',
  )
})

test('a key that is not one character, or is g or the question mark, is refused', () => {
  for (const key of ['g', '?', 'ab']) {
    expect(() => compose([entry('Things', key)])).toThrow(`Invalid shortcut key ${key}`)
  }
})
