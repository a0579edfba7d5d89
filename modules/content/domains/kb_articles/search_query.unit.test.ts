import { expect, test } from 'vitest'
import { parseSearch } from './search_query.ts'

test('the last word of a search may be unfinished, unless the text has operators', () => {
  expect(parseSearch(' set up tea ')).toEqual({ words: 'set up', unfinished: 'tea' })
  expect(parseSearch('über')).toEqual({ words: '', unfinished: 'über' })
  for (const words of ['"set up" tea', 'set -up tea', 'set or up', 'tea or', 'c++', "o'neil", '']) {
    expect(parseSearch(words)).toEqual({ words })
  }
})
