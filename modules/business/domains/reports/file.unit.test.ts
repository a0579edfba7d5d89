import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { ReportRow } from './columns.ts'
import { csvOf } from './csv.ts'
import { writeFile } from './file.ts'
import { MAX_PDF_ROWS } from './pdf.ts'

const report = {
  name: 'Plans of Łódź',
  report_type: 'plans' as const,
  start_date: '2026-11-01',
  end_date: '2026-11-30',
  as_of: '2026-11-27T09:30:00.000Z',
}

const plan = (name: string, price_cents = 2900): ReportRow => [
  ...['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90', name, 'team', 'active', price_cents],
  ...['USD', 'monthly', 14, '2026-11-23T09:30:00.000Z'],
]

async function* pagesOf(...pages: ReportRow[][]) {
  const total = pages.flat().length
  for (const rows of pages) yield { rows, read: rows.length, total, next: null }
}

async function written(format: 'csv' | 'pdf', ...pages: ReportRow[][]) {
  const parts = await Array.fromAsync(writeFile({ ...report, format }, pagesOf(...pages)))
  return { parts, content: Buffer.concat(parts.map(({ content }) => content)) }
}

test('texts that a spreadsheet would run as a formula get an apostrophe; numbers do not', () => {
  const cell = (value: string | number) =>
    csvOf([{ key: 'a', label: 'A', kind: 'text' }], [[value]], false).trimEnd()
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx']) {
    expect(cell(text).replaceAll('"', '')).toBe(`'${text}`)
  }
  expect([cell(-500), cell('a=b'), cell('2026-11-23')]).toEqual(['-500', 'a=b', '2026-11-23'])
})

test('a CSV file follows RFC 4180: quotes are doubled, line breaks are quoted, lines end in CRLF', async () => {
  const { content } = await written('csv', [
    plan('Say "hi", twice'),
    plan('Two\nlines'),
    plan('Ελλάς 🚀'),
  ])
  const [head, ...lines] = content.toString().split('\r\n')
  expect(head).toBe('id,name,slug,status,price_cents,currency,billing_cycle,trial_days,created_at')
  expect(lines.map((line) => line.split(',team,')[0]?.slice(37))).toEqual([
    '"Say ""hi"", twice"',
    '"Two\nlines"',
    'Ελλάς 🚀',
    '',
  ])
})

test('a file without rows has its headings', async () => {
  const { content, parts } = await written('csv', [])
  expect(content.toString()).toMatch(/^id,name,[a-z_,]+\r\n$/)
  expect(parts.map(({ progress }) => progress)).toEqual([99])
})

test('a large file is sent in parts that the API accepts, its headings once', async () => {
  const page = Array.from({ length: 1000 }, (_, n) => plan(`Plan ${n} ${'x'.repeat(900)}`))
  const { content, parts } = await written('csv', page, page)
  expect(Math.max(...parts.map((part) => part.content.length))).toBe(512 * 1024)
  expect(content.toString().split('\r\n')).toHaveLength(2002)
  expect(content.toString().match(/id,name/g)).toHaveLength(1)
  expect([...new Set(parts.map(({ row_count, progress }) => `${row_count} ${progress}`))]).toEqual([
    '1000 50',
    '2000 99',
  ])
})

test('a PDF has the main columns with their amounts, and the same rows give the same bytes', async () => {
  const rows = [plan('Łódź', 123456), plan('Team')]
  const { content } = await written('pdf', rows)
  expect((await written('pdf', rows)).content.equals(content)).toBe(true)
  expect(content.subarray(0, 5).toString()).toBe('%PDF-')
  const mapped = mappedLetters(content)
  for (const letter of 'Łódź') {
    const code = letter.codePointAt(0)?.toString(16).padStart(4, '0')
    expect([letter, mapped.includes(`<${code}>`)]).toEqual([letter, true])
  }
})

test('a PDF stops after the rows that people read, and says so', async () => {
  const page = Array.from({ length: MAX_PDF_ROWS + 1 }, (_, n) => plan(`Plan ${n}`))
  const { parts } = await written('pdf', page)
  expect(parts.at(-1)?.row_count).toBe(MAX_PDF_ROWS)
})

/** The compressed streams of a PDF, among them which letters its fonts have. */
function mappedLetters(pdf: Buffer): string {
  const texts: string[] = []
  const source = pdf.toString('latin1')
  for (const match of source.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = source.indexOf('endstream', start)
    try {
      texts.push(inflateSync(pdf.subarray(start, end)).toString('latin1'))
    } catch {
      // not compressed
    }
  }
  return texts.join('\n')
}
