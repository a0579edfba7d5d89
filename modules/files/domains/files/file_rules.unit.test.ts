import type { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { expect, test } from 'vitest'
import { contentTypeOf, isInline } from './content_types.ts'
import { requireContentType, requireExtension, requireFilename } from './file_rules.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const ZIP = Buffer.from('504b03041400000000000000000000000000000000000000000001000000', 'hex')
const ELF = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(60)])
const text = Buffer.from

const open = { allowed_file_types: [], blocked_extensions: [], blocked_mime_types: [] }
const errorsOf = (run: () => unknown) =>
  Promise.resolve()
    .then(run)
    .then(
      () => undefined,
      ({ extra }: Failure) => extra.errors,
    )

test('a type comes from the content, and for texts from the name', async () => {
  expect(await contentTypeOf(PNG, 'a.png')).toBe('image/png')
  expect(await contentTypeOf(PNG, 'a')).toBe('image/png')
  expect(await contentTypeOf(ZIP, 'a.docx')).toMatch(/wordprocessingml/)
  expect(await contentTypeOf(text('a,b\n1,2\n'), 'a.csv')).toBe('text/csv')
  expect(await contentTypeOf(text('<script>'), 'a.txt')).toBe('text/plain')
  expect(await contentTypeOf(text('<svg xmlns="x"/>'), 'a.svg')).toBe('image/svg+xml')
  expect(await contentTypeOf(text('<?xml version="1.0"?><svg/>'), 'a.svg')).toBe('image/svg+xml')
  expect(await contentTypeOf(Buffer.from([0, 1, 2, 0xff]), 'a.bin')).toBe(
    'application/octet-stream',
  )
  expect(await contentTypeOf(Buffer.from([0xff, 0xfe, 0x41]), 'a.txt')).toBe(
    'application/octet-stream',
  )
  // The beginning of a longer text, cut in the middle of a character.
  expect(await contentTypeOf(text(`a${'ü'.repeat(3000)}`).subarray(0, 4100), 'a.txt')).toBe(
    'text/plain',
  )
})

test('a name that promises another kind of content is refused', async () => {
  for (const [head, name] of [
    [PNG, 'a.pdf'],
    [PNG, 'a.html'],
    [PNG, 'a.mp4'],
    [text('hello'), 'a.png'],
    [text('hello'), 'a.pdf'],
    [ZIP, 'a.txt'],
  ] as const) {
    expect([name, await contentTypeOf(head, name)]).toEqual([name, undefined])
    expect(await errorsOf(() => requireContentType(head, name, open))).toHaveProperty('file')
  }
})

test('programs and what the storage blocks are refused', async () => {
  for (const name of ['a.exe', 'a.EXE', 'a.tar.sh', 'a.jar', 'a.exe.', 'a.iso']) {
    const rules = { blocked_extensions: ['.iso'] }
    expect(await errorsOf(() => requireExtension(name, rules, 'file')), name).toHaveProperty('file')
  }
  requireExtension('exe', open, 'file')
  expect(await errorsOf(() => requireContentType(ELF, 'a', open))).toEqual({
    file: ['is a program'],
  })
  const images = { ...open, allowed_file_types: ['image/*'] }
  expect(await requireContentType(PNG, 'a.png', images)).toBe('image/png')
  expect(await errorsOf(() => requireContentType(text('a'), 'a.txt', images))).toHaveProperty(
    'file',
  )
  const noText = { ...open, blocked_mime_types: ['text/plain'] }
  expect(await errorsOf(() => requireContentType(text('a'), 'a.txt', noText))).toHaveProperty(
    'file',
  )
  expect(await errorsOf(() => requireContentType(Buffer.alloc(0), 'a.txt', open))).toEqual({
    file: ['is empty'],
  })
})

test('a name is the last part of a path, without control characters', async () => {
  expect(requireFilename('../../etc/passwd', 'file')).toBe('passwd')
  expect(requireFilename('C:\\Users\\Ada\\plan.txt', 'file')).toBe('plan.txt')
  expect(requireFilename('u\u0308ber.txt', 'file')).toBe('über.txt')
  const unfit = [
    '',
    '.',
    '..',
    'a/',
    'a\0.txt',
    'a\nb',
    'a\u202egnp.exe',
    '\ud800.txt',
    'x'.repeat(256),
  ]
  for (const name of unfit) {
    expect(await errorsOf(() => requireFilename(name, 'file')), name).toHaveProperty('file')
  }
})

test('only what cannot run scripts is shown by browsers', () => {
  const shown = [
    'image/png',
    'image/jpeg',
    'video/mp4',
    'audio/mpeg',
    'application/pdf',
    'text/plain',
  ]
  for (const type of shown) expect([type, isInline(type)]).toEqual([type, true])
  for (const type of [
    'image/svg+xml',
    'text/html',
    'text/xml',
    'application/xml',
    'text/javascript',
  ])
    expect([type, isInline(type)]).toEqual([type, false])
})
