import { expect, test } from 'vitest'
import { documentFiles } from '../../documents'
import { compose } from './compose'
import { features } from './features'

const sources = import.meta.glob<string>(
  [
    '../**/*.{ts,tsx}',
    '../../../{modules,extensions}/*/domains/*/web/**/*.{ts,tsx}',
    '!**/*.test.ts',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
/** `to="/users"`, `to: '/users'`, the same with `page`, and constants such as `PATH = '/users'`. */
const LINK = /\b(?:to|page|[A-Z_]+)(?:=|: | = )\{?['"`](\/(?!api\/)[^'"`]*)['"`]/g

test('every link inside the app matches a page', () => {
  const paths = new Set(compose(Object.values(features)).pages.map(({ path }) => path))
  const links = Object.entries(sources).flatMap(([file, text]) =>
    [...text.matchAll(LINK)].map(([, to = '']) => ({ file, to })),
  )
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter(({ to }) => !paths.has(to))).toEqual([])
})

test('every page that names a document names one that exists', () => {
  const named = compose(Object.values(features)).pages.flatMap(({ docs = [] }) => docs)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((page) => !documentFiles().has(page))).toEqual([])
})

test('a link to a record passes its params', () => {
  const pages = Object.entries(sources).filter(
    ([file]) => !file.endsWith('/feature.tsx') && !file.endsWith('/records.ts'),
  )
  const incomplete = pages.flatMap(([file, text]) =>
    [...text.matchAll(/\bto(?:=|: )['"](\/[^'"]*\$[^'"]*)['"](?!,?\s+params)/g)].map(([, to]) => ({
      file,
      to,
    })),
  )
  expect(incomplete).toEqual([])
})
