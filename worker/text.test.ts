import { isStorable, sanitizeText, sanitizeTexts } from '@powernode/contract/text.ts'
import { expect, test } from 'vitest'

test('external text is truncated by characters, so that no emoji is split', () => {
  expect(sanitizeText('ab😀cd', 3)).toBe('ab😀')
  expect(sanitizeText('😀'.repeat(2000), 1000)).toBe('😀'.repeat(1000))
  expect(sanitizeText(`${'x'.repeat(999)}😀😀`, 1000)).toBe(`${'x'.repeat(999)}😀`)
  expect(sanitizeText('short', 1000)).toBe('short')
})

test('what cannot be stored is replaced: NUL, other control characters, halves of a pair', () => {
  expect(sanitizeText('a\0b\u0007c\ud83dd\udc00', 100)).toBe('a\ufffdb\ufffdc\ufffdd\ufffd')
  expect(sanitizeText('two\r\nlines\tand more', 100)).toBe('two\r\nlines\tand more')
  const mended = sanitizeTexts({ 'k\0': ['\0', 1, null, { deep: '\ud83d' }] }, 100)
  expect(mended).toEqual({ 'k\ufffd': ['\ufffd', 1, null, { deep: '\ufffd' }] })
  expect(isStorable(mended)).toBe(true)
})

test('text that cannot be stored is detected at any depth', () => {
  for (const bad of ['\0', '\ud83d', ['\0'], { a: { b: 'x\0' } }, { '\ud83d': 1 }]) {
    expect(isStorable(bad)).toBe(false)
  }
  for (const good of ['😀', '', null, 1, { a: ['b', true] }]) expect(isStorable(good)).toBe(true)
})
