import { describe, expect, test } from 'vitest'
import { applyFormat, continueList, type Format } from './typing'

/** A text whose selection is between two bars, or at one. */
function typed(marked: string) {
  const start = marked.indexOf('|')
  const rest = marked.replace('|', '')
  const second = rest.indexOf('|')
  return { text: rest.replace('|', ''), start, end: second === -1 ? start : second }
}

function shown({ text, start, end }: { text: string; start: number; end: number }) {
  const middle = start === end ? '' : `${text.slice(start, end)}|`
  return `${text.slice(0, start)}|${middle}${text.slice(end)}`
}

test.each<[Format, string, string]>([
  ['bold', 'a |b| c', 'a **|b|** c'],
  ['bold', 'a **|b|** c', 'a |b| c'],
  ['italic', '**|b|**', '***|b|***'],
  ['italic', '*|b|*', '|b|'],
  ['code', '|', '`|`'],
  ['link', 'see |this|', 'see [|this|](https://)'],
  ['heading', 'one\ntw|o', 'one\n## tw|o'],
  ['list', '|one\ntwo|', '- |one\n- two|'],
  ['list', '- |one\n- two|', '|one\ntwo|'],
])('%s turns %j into %j', (format, before, after) => {
  expect(shown(applyFormat(typed(before), format))).toBe(after)
})

describe('Enter', () => {
  test.each([
    ['- one|', '- one\n- |'],
    ['  * one|', '  * one\n  * |'],
    ['9. nine|', '9. nine\n10. |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['- one\n- |', '- one\n|'],
  ])('after %j gives %j', (before, after) => {
    const next = continueList(typed(before))
    expect(next && shown(next)).toBe(after)
  })

  test('outside a list, or with a selection, is left to the browser', () => {
    expect(continueList(typed('plain|'))).toBeUndefined()
    expect(continueList(typed('- |one|'))).toBeUndefined()
  })
})
