import { expect, test } from 'vitest'
import { cleanText, greeting, inWords, shorten, timeInWords } from './words.ts'

const at = new Date('2026-11-26T22:12:40Z')

test('times are given in the zone of the account and in UTC', () => {
  expect(timeInWords(at)).toBe('26 November 2026, 22:12 UTC')
  expect(timeInWords(at, 'Europe/Berlin')).toBe(
    '26 November 2026, 23:12 (Europe/Berlin, 22:12 UTC)',
  )
  expect(timeInWords(at, 'Asia/Ho_Chi_Minh')).toBe(
    '27 November 2026, 05:12 (Asia/Ho Chi Minh, 26 November 2026, 22:12 UTC)',
  )
  expect(timeInWords(at, 'Atlantis/Capital')).toBe('26 November 2026, 22:12 UTC')
})

test('a greeting never contains a link', () => {
  expect(greeting('Ada Lovelace')).toBe('Hello Ada Lovelace,')
  expect(greeting('J. R. R. Tolkien')).toBe('Hello J. R. R. Tolkien,')
  expect(greeting(undefined)).toBe('Hello,')
  for (const name of ['Win at https://evil.example', 'WWW.evil.example', 'evil.example/win'])
    expect(greeting(name)).toBe('Hello,')
})

test('text keeps its lines and characters, and loses marks that reverse it', () => {
  expect(cleanText('Zoë 👩‍💻\r\nline two')).toBe('Zoë 👩‍💻\nline two')
  expect(cleanText('ada\u202e\u2066moc.live\u0000')).toBe('adamoc.live ')
})

test('names are shortened by characters and listed in words', () => {
  expect(shorten('👍👍👍', 2)).toBe('👍…')
  expect(shorten('Ada Lovelace', 5)).toBe('Ada…')
  expect(inWords(['Developer', 'Owner'])).toBe('Developer and Owner')
})
