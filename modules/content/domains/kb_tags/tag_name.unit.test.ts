import { expect, test } from 'vitest'
import { tagNameOf, tagNamesOf } from './tag_name.ts'

test('a tag is made of words with a capital letter each, whose rest is kept', () => {
  expect(tagNameOf(' updated-tag ')).toBe('Updated Tag')
  expect(tagNameOf('single_sign-on  API')).toBe('Single Sign On API')
  expect(tagNameOf('iOS')).toBe('IOS')
  expect(tagNameOf('über uns')).toBe('Über Uns')
  expect(tagNameOf('- _')).toBe('')
})

test('names that differ only in case are one, spelled as the first', () => {
  expect(tagNamesOf(['api', 'Setup', 'API', '', 'set-up'])).toEqual(['Api', 'Setup', 'Set Up'])
})
