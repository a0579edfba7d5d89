import { expect, test } from 'vitest'
import { evaluateConditions } from './conditions.ts'

const modified = new Date('2026-11-27T10:00:00.500Z')
const file = { etag: '"abc"', modified, size: 11 }
const answer = (headers: Record<string, string>) => evaluateConditions(headers, file)
const at = (seconds: number) => new Date(modified.getTime() + seconds * 1000).toUTCString()

test('a range is answered with its bytes', () => {
  const ranges = { '0-0': [0, 0], '5-': [5, 10], '-5': [6, 10], '3-99': [3, 10], '-99': [0, 10] }
  for (const [range, [first, last]] of Object.entries(ranges)) {
    expect([range, answer({ range: `bytes=${range}` })]).toEqual([
      range,
      { status: 206, first, last },
    ])
  }
})

test('a range beyond the end is refused, and one that makes no sense is ignored', () => {
  expect(answer({ range: 'bytes=99-' })).toEqual({ status: 416 })
  expect(answer({ range: 'bytes=-0' })).toEqual({ status: 416 })
  for (const range of ['9-1', 'abc', '-', '0-1,3-4', '1e1-', '0x1-']) {
    expect([range, answer({ range: `bytes=${range}` })]).toEqual([range, { status: 200 }])
  }
  expect(answer({ range: 'lines=0-1' })).toEqual({ status: 200 })
  expect(evaluateConditions({ range: 'bytes=0-0' }, { ...file, size: 0 })).toEqual({ status: 416 })
})

test('a client that has the content gets 304', () => {
  for (const tags of ['"abc"', 'W/"abc"', '"x", "abc"', '*']) {
    expect([tags, answer({ 'if-none-match': tags })]).toEqual([tags, { status: 304 }])
  }
  expect(answer({ 'if-none-match': '"x"' })).toEqual({ status: 200 })
  expect(answer({ 'if-modified-since': at(0) })).toEqual({ status: 304 })
  expect(answer({ 'if-modified-since': at(-60) })).toEqual({ status: 200 })
  expect(answer({ 'if-none-match': '"x"', 'if-modified-since': at(60) })).toEqual({ status: 200 })
})

test('a client that has other content gets 412', () => {
  expect(answer({ 'if-match': '"x"' })).toEqual({ status: 412 })
  expect(answer({ 'if-match': 'W/"abc"' })).toEqual({ status: 412 })
  expect(answer({ 'if-match': '"abc"' })).toEqual({ status: 200 })
  expect(answer({ 'if-unmodified-since': at(-60) })).toEqual({ status: 412 })
  expect(answer({ 'if-unmodified-since': at(60) })).toEqual({ status: 200 })
  expect(answer({ 'if-unmodified-since': 'yesterday' })).toEqual({ status: 200 })
})

test('a range of content that changed is answered with all of it', () => {
  const range = { range: 'bytes=0-0' }
  expect(answer({ ...range, 'if-range': '"x"' })).toEqual({ status: 200 })
  expect(answer({ ...range, 'if-range': 'W/"abc"' })).toEqual({ status: 200 })
  expect(answer({ ...range, 'if-range': at(60) })).toEqual({ status: 200 })
  expect(answer({ ...range, 'if-range': '"abc"' })).toMatchObject({ status: 206 })
  expect(answer({ ...range, 'if-range': at(0) })).toMatchObject({ status: 206 })
})
