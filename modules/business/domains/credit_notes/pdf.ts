import {
  type PrintedParty,
  printedDay,
  taxLabel,
  writeHead,
  writeLines,
  writeNotes,
  writeTotals,
} from '../../pdf/billing_document.ts'
import { printedAmount, renderPdf } from '../../pdf/page.ts'

/** A credit note, as the API returns it. */
export interface PrintedCreditNote {
  number: string
  invoice: { invoice_number: string }
  invoice_issued_at: string
  currency: string
  tax_rate: number
  subtotal_cents: number
  tax_cents: number
  total_cents: number
  to_balance_cents: number
  to_invoice_cents: number
  to_refund_cents: number
  created_at: string
  seller: PrintedParty
  buyer: PrintedParty
  lines: { description: string; amount_cents: number }[]
}

/** Renders a credit note. The same credit note gives the same bytes. */
export function renderCreditNote(note: PrintedCreditNote): Promise<Buffer> {
  const { number, seller, buyer, created_at } = note
  const about = { title: `Credit note ${number}`, author: seller.name, at: new Date(created_at) }
  return renderPdf(about, (doc) => {
    const head = writeHead(doc, { title: 'Credit note', facts: factsOf(note), seller, buyer })
    const heading = { description: 'Description', amount: 'Amount with tax' }
    const lines = writeLines(doc, heading, linesOf(note), head)
    const totals = writeTotals(doc, totalsOf(note), lines)
    writeNotes(doc, [buyer.exemption_note], totals)
  })
}

const factsOf = ({
  number,
  created_at,
  invoice,
  invoice_issued_at,
}: PrintedCreditNote): [label: string, value: string][] => [
  ['Number', number],
  ['Issued', printedDay(created_at)],
  ['Corrects', `Invoice ${invoice.invoice_number} of ${printedDay(invoice_issued_at)}`],
]

const linesOf = ({ lines, currency }: PrintedCreditNote) =>
  lines.map(({ description, amount_cents }) => ({
    description,
    amount: printedAmount(amount_cents, currency),
  }))

/** What it comes to, and where the amount went. */
function totalsOf(note: PrintedCreditNote): (readonly [label: string, amount: string])[] {
  const destinations: [label: string, cents: number][] = [
    ['Taken off the invoice', note.to_invoice_cents],
    ['Added to your credit', note.to_balance_cents],
    ['Paid back', note.to_refund_cents],
  ]
  const rows: [label: string, cents: number][] = [
    ['Subtotal without tax', note.subtotal_cents],
    [taxLabel(note.tax_rate), note.tax_cents],
    ['Total', note.total_cents],
    ...destinations.filter(([, cents]) => cents > 0),
  ]
  return rows.map(([label, cents]) => [label, printedAmount(cents, note.currency)])
}
