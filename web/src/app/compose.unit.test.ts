import { IconHome } from '@tabler/icons-react'
import { expect, test } from 'vitest'
import type { Feature } from '../feature'
import { compose } from './compose'
import { features } from './features'

const page = (path: string): Feature => ({ pages: [{ path, component: () => null }] })
const entry = (label: string, key: string, order = 10): Feature => ({
  navigation: [{ group: 'Build', order, label, to: '/', icon: IconHome, key }],
})

test('the features of all modules and extensions can be together', () => {
  expect(() => compose(Object.values(features))).not.toThrow()
})

test('the navigation of our modules is in the order that people know', () => {
  const ours = Object.entries(features).filter(([path]) => !path.includes('/extensions/'))
  const { pages, navigation } = compose(ours.map(([, feature]) => feature))
  expect(pages.length).toBeGreaterThan(40)
  const named = navigation.map(({ label, entries }) => [label, ...entries.map(({ key }) => key)])
  expect(named).toEqual([
    ['Home', 'h'],
    ['AI'],
    ['Build', 'k', 'w'],
    ['Content'],
    ['Business', 'P', 'S'],
    ['Account', 'u', 'i', 'r', 'd', 'o', 'a', 's'],
    ['Admin', 'v', 'c', 'b', 'e', 'j', 'q', 'f', 'z', 'l', 'm', 'B', 't', 'x'],
  ])
})

test('without the optional modules the others can be together too', () => {
  const core = Object.values(features).filter(({ module }) => module === undefined)
  expect(core.length).toBeLessThan(Object.keys(features).length)
  expect(() => compose(core)).not.toThrow()
})

test('an optional module is the one that the folder is of, and an extension always is one', () => {
  for (const [path, { module }] of Object.entries(features)) {
    const [, folder, name] = /(modules|extensions)\/(\w+)\//.exec(path) ?? []
    if (module !== undefined || folder === 'extensions') expect(module, path).toBe(name)
  }
})

test('entries are in the order of their numbers, wherever they come from', () => {
  const { navigation } = compose([entry('Second', 'b', 20), entry('First', 'a', 10)])
  const build = navigation.find(({ label }) => label === 'Build')
  expect(build?.entries.map(({ label }) => label)).toEqual(['First', 'Second'])
})

test('two features with one path, one label or one key do not start', () => {
  expect(() => compose([page('/things/$id'), page('/things/$name')])).toThrow(
    'The web app has the path /things/$ twice',
  )
  expect(() => compose([entry('Things', 'a'), entry('Things', 'b')])).toThrow(
    'The web app has the label Things twice',
  )
  expect(() => compose([entry('Things', 'a'), entry('Others', 'a')])).toThrow(
    'The web app has the key a twice',
  )
})

test('a key is one character, and neither g nor the question mark', () => {
  for (const key of ['g', '?', 'ab']) {
    expect(() => compose([entry('Things', key)])).toThrow(`The web app cannot have the key ${key}`)
  }
})
