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

/** An invoice as it was issued, as the API returns it. */
export interface PrintedInvoice {
  invoice_number: string
  currency: string
  tax_inclusive: boolean
  tax_rate: number
  subtotal_cents: number
  tax_cents: number
  total_cents: number
  credit_cents: number
  carried_cents: number
  due_cents: number
  period_start: string | null
  period_end: string | null
  issued_at: string | null
  due_at: string | null
  notes: string | null
  seller: PrintedParty
  buyer: PrintedParty
  lines: {
    description: string
    quantity: number
    unit_amount_cents: number
    amount_cents: number
    period_start: string | null
    period_end: string | null
  }[]
}

/** Renders an invoice. The same invoice gives the same bytes. */
export function renderInvoice(invoice: PrintedInvoice): Promise<Buffer> {
  const about = {
    title: `Invoice ${invoice.invoice_number}`,
    author: invoice.seller.name,
    at: new Date(invoice.issued_at ?? 0),
  }
  return renderPdf(about, (doc) => {
    const { seller, buyer, notes } = invoice
    const head = writeHead(doc, { title: 'Invoice', facts: factsOf(invoice), seller, buyer })
    const lines = writeLines(doc, HEADING, linesOf(invoice), head)
    const totals = writeTotals(doc, totalsOf(invoice), lines)
    writeNotes(doc, [buyer.exemption_note, notes], totals)
  })
}

function factsOf(invoice: PrintedInvoice): [label: string, value: string][] {
  return [
    ['Number', invoice.invoice_number],
    ['Issued', printedDay(invoice.issued_at)],
    ['Due', printedDay(invoice.due_at)],
    ...(invoice.period_start ? [['Period', range(invoice)] as [string, string]] : []),
  ]
}

const HEADING = {
  description: 'Description',
  quantity: 'Quantity',
  unit: 'Unit price',
  amount: 'Amount',
}

const linesOf = (invoice: PrintedInvoice) =>
  invoice.lines.map((line) => ({
    description:
      line.period_start && line.period_end
        ? `${line.description}\n${range(line)}`
        : line.description,
    quantity: line.quantity.toLocaleString('en'),
    unit: amount(line.unit_amount_cents, invoice),
    amount: amount(line.amount_cents, invoice),
  }))

/** What the lines come to, without sums that are zero and say nothing. */
function totalsOf(invoice: PrintedInvoice): (readonly [label: string, amount: string])[] {
  const rows: [label: string, cents: number, isShown: boolean][] = [
    ['Subtotal without tax', invoice.subtotal_cents, true],
    [taxLabel(invoice.tax_rate, invoice.tax_inclusive), invoice.tax_cents, true],
    ['Total', invoice.total_cents, true],
    ['Credit used', -invoice.credit_cents, invoice.credit_cents > 0],
    ['Due with the next invoice', -invoice.carried_cents, invoice.carried_cents > 0],
    ['Amount due', invoice.due_cents, true],
  ]
  return rows
    .filter(([, , isShown]) => isShown)
    .map(([label, cents]) => [label, amount(cents, invoice)])
}

const amount = (cents: number, { currency }: { currency: string }) => printedAmount(cents, currency)

/** A period; its end is the start of the next one. */
const range = ({ period_start, period_end }: Pick<PrintedInvoice, 'period_start' | 'period_end'>) =>
  `${printedDay(period_start)} to ${printedDay(period_end)}`
