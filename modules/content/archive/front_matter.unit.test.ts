import { expect, test } from 'vitest'
import { readMarkdownFile, writeMarkdownFile } from './front_matter.ts'

test('what was written is read again', () => {
  const front = { title: 'A: "b" #c', tags: ['Set Up', 'yes'], sort_order: 3, excerpt: null }
  const file = { front, content: '---\n\n# One\n\n---\ntwo' }
  expect(readMarkdownFile(writeMarkdownFile(file))).toEqual({
    front,
    content: '---\n\n# One\n\n---\ntwo\n',
  })
})

test('files of other systems are read', () => {
  expect(readMarkdownFile('# One')).toEqual({ front: {}, content: '# One' })
  expect(readMarkdownFile('\ufeff---\r\ntitle: One\r\n---\r\n\r\nText')).toEqual({
    front: { title: 'One' },
    content: 'Text',
  })
  expect(readMarkdownFile('---\ntitle: One\n---')).toEqual({ front: { title: 'One' }, content: '' })
  expect(readMarkdownFile('---\n---\nText')).toEqual({ front: {}, content: 'Text' })
  expect(readMarkdownFile('---\nnever ended')).toEqual({ front: {}, content: '---\nnever ended' })
})

test('front matter that is no mapping, not YAML or a bomb is refused', () => {
  for (const front of ['- a', 'text', 'a: [', 'a: 1\na: 2', 'a: &x [1]\nb: *x']) {
    expect(() => readMarkdownFile(`---\n${front}\n---\nText`)).toThrow()
  }
  expect(() => readMarkdownFile(`---\na: ${'x'.repeat(70_000)}\n---\n`)).toThrow('too much')
})
