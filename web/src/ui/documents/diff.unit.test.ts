import { expect, test } from 'vitest'
import { diffLines } from './diff'

const marks = { same: ' ', added: '+', removed: '-' }
const shown = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => marks[kind] + text)

test('lines that were added, removed and kept are told apart', () => {
  expect(shown('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d'])
  expect(shown('a\nb', 'a\nb')).toEqual([' a', ' b'])
  expect(shown('', 'a')).toEqual(['-', '+a'])
  expect(shown('b\na\nb', 'a\nb\na')).toEqual(['-b', ' a', ' b', '+a'])
})

test('a very long text that changed everywhere is not compared', () => {
  const lines = (prefix: string) => Array.from({ length: 3000 }, (_, n) => prefix + n).join('\n')
  const result = diffLines(lines('a'), lines('b'))
  expect(result.slice(0, 3000).every(({ kind }) => kind === 'removed')).toBe(true)
  expect(result).toHaveLength(6000)
})
