import { expect, test } from 'vitest'
import { type PrintedCreditNote, renderCreditNote } from './pdf.ts'

const party = { address: null, email: null, tax_id: null, exemption_note: null }
const note: PrintedCreditNote = {
  number: 'CN-202611-0007',
  invoice: { invoice_number: 'INV-202611-0042' },
  invoice_issued_at: '2026-11-20T12:00:00.000Z',
  currency: 'EUR',
  ...{ tax_rate: 0.19, subtotal_cents: 1000, tax_cents: 190, total_cents: 1190 },
  ...{ to_balance_cents: 1190, to_invoice_cents: 0, to_refund_cents: 0 },
  created_at: '2026-11-26T12:00:00.000Z',
  seller: { ...party, name: 'Powernode' },
  buyer: { ...party, name: 'Łódź Ελλάς Київ' },
  lines: [{ description: 'Two days without service', amount_cents: 1190 }],
}

test('the same credit note gives the same bytes, and another one does not', async () => {
  const first = await renderCreditNote(note)
  expect(first.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await renderCreditNote(structuredClone(note))).equals(first)).toBe(true)
  const repaid = { ...note, to_balance_cents: 0, to_refund_cents: 1190 }
  expect((await renderCreditNote(repaid)).equals(first)).toBe(false)
})
