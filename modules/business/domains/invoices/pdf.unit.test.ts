import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type PrintedInvoice, renderInvoice } from './pdf.ts'

const party = { address: null, email: null, tax_id: null, exemption_note: null }
const line = { quantity: 1, unit_amount_cents: 2900, amount_cents: 2900 }
const invoice: PrintedInvoice = {
  invoice_number: 'INV-202611-0042',
  currency: 'EUR',
  ...{ tax_inclusive: false, tax_rate: 0.19, tax_cents: 551 },
  ...{
    subtotal_cents: 2900,
    total_cents: 3451,
    credit_cents: 0,
    carried_cents: 0,
    due_cents: 3451,
  },
  ...{ period_start: '2026-11-01T00:00:00.000Z', period_end: '2026-12-01T00:00:00.000Z' },
  ...{ issued_at: '2026-11-26T12:00:00.000Z', due_at: '2026-12-26T12:00:00.000Z' },
  notes: null,
  seller: { ...party, name: 'Powernode' },
  buyer: { ...party, name: 'Łódź Ελλάς Київ' },
  lines: [{ ...line, description: 'Team', period_start: null, period_end: null }],
}

test('the same invoice gives the same bytes, and another one does not', async () => {
  const first = await renderInvoice(invoice)
  expect((await renderInvoice(structuredClone(invoice))).equals(first)).toBe(true)
  expect((await renderInvoice({ ...invoice, total_cents: 3452 })).equals(first)).toBe(false)
})

test('Latin, Greek and Cyrillic letters are in its fonts', async () => {
  const mapped = textOf(await renderInvoice(invoice))
  for (const letter of 'ŁódźΕλάςКиїв') {
    const code = letter.codePointAt(0)?.toString(16).padStart(4, '0')
    expect([letter, mapped.includes(`<${code}>`)]).toEqual([letter, true])
  }
})

test('a long invoice has several pages and stays small', async () => {
  const [one] = invoice.lines
  if (!one) throw new Error('no line')
  const lines = Array.from({ length: 100 }, (_, number) => ({
    ...one,
    description: `Usage of region ${number}, ${'with a long explanation '.repeat(10)}`,
  }))
  const content = await renderInvoice({ ...invoice, lines, notes: 'Thank you' })
  expect(content.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3)
  expect(content.length).toBeLessThan(200_000)
})

/** The decompressed streams of a PDF, with the letters that its fonts map. */
function textOf(pdf: Buffer): string {
  const parts = pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)
  return [...parts]
    .map(([, part = '']) => {
      try {
        return inflateSync(Buffer.from(part, 'latin1')).toString('latin1')
      } catch {
        return '' // a font, which is not compressed
      }
    })
    .join('\n')
}
