import { isStorable, mendText, mendTexts } from '@powernode/contract/text.ts'
import { expect, test } from 'vitest'

test('external text is truncated by characters, so that no emoji is split', () => {
  expect(mendText('ab😀cd', 3)).toBe('ab😀')
  expect(mendText('😀'.repeat(2000), 1000)).toBe('😀'.repeat(1000))
  expect(mendText(`${'x'.repeat(999)}😀😀`, 1000)).toBe(`${'x'.repeat(999)}😀`)
  expect(mendText('short', 1000)).toBe('short')
})

test('what cannot be stored is replaced: NUL, other control characters, halves of a pair', () => {
  expect(mendText('a\0b\u0007c\ud83dd\udc00', 100)).toBe('a\ufffdb\ufffdc\ufffdd\ufffd')
  expect(mendText('two\r\nlines\tand more', 100)).toBe('two\r\nlines\tand more')
  const mended = mendTexts({ 'k\0': ['\0', 1, null, { deep: '\ud83d' }] }, 100)
  expect(mended).toEqual({ 'k\ufffd': ['\ufffd', 1, null, { deep: '\ufffd' }] })
  expect(isStorable(mended)).toBe(true)
})

test('text that cannot be stored is detected at any depth', () => {
  for (const bad of ['\0', '\ud83d', ['\0'], { a: { b: 'x\0' } }, { '\ud83d': 1 }]) {
    expect(isStorable(bad)).toBe(false)
  }
  for (const good of ['😀', '', null, 1, { a: ['b', true] }]) expect(isStorable(good)).toBe(true)
})
