import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

test.each([
  ['a time with microseconds', '2026-11-26 14:00:00.123456+00'],
  ['text of any script', 'Ünï 漢字 "quoted"'],
  ['null', null],
])('a cursor keeps %s', (_, value) => {
  const cursor = { value, id: '0199' }
  expect(readCursor(writeCursor('-created_at', cursor))).toEqual({ sort: '-created_at', ...cursor })
})

test.each([
  '',
  'x',
  'e30',
  Buffer.from('[1,2,3]').toString('base64url'),
  Buffer.from('["name","a"]').toString('base64url'),
  Buffer.from('["name",{},"a"]').toString('base64url'),
])('what no list gave is no cursor: %s', (text) => {
  expect(readCursor(text)).toBeUndefined()
})
