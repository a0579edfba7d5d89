import {
  bottomOf,
  type Doc,
  GREY,
  MARGIN as LEFT,
  onPage,
  printedAmount,
  renderPdf,
  rule,
  MARGIN as TOP,
} from '../../pdf/page.ts'

const RIGHT = 545
/** Left edge and width of the columns of the table. */
const COLUMNS = {
  description: [LEFT, 265],
  quantity: [320, 45],
  unit: [365, 90],
  amount: [455, 90],
} as const

interface Party {
  name: string
  address: string | null
  email: string | null
  tax_id: string | null
  exemption_note: string | null
}

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
  seller: Party
  buyer: Party
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
    let y = writeHead(doc, invoice)
    y = writeLines(doc, invoice, y)
    y = writeTotals(doc, invoice, y)
    writeNotes(doc, invoice, y)
  })
}

type Column = keyof typeof COLUMNS

/** The number, dates and parties. Returns where they end, as the other writers do. */
function writeHead(doc: Doc, invoice: PrintedInvoice): number {
  doc.font('bold').fontSize(20).fillColor('black').text('Invoice', LEFT, TOP)
  const facts = [
    ['Number', invoice.invoice_number],
    ['Issued', day(invoice.issued_at)],
    ['Due', day(invoice.due_at)],
    ...(invoice.period_start ? [['Period', range(invoice)]] : []),
  ]
  let y = TOP + 36
  for (const [label = '', value = ''] of facts) {
    doc.font('regular').fontSize(9).fillColor(GREY).text(label, LEFT, y, { width: 60 })
    doc.fillColor('black').text(value, LEFT + 60, y, { width: 300 })
    y += 14
  }
  const top = y + 16
  const ends = [
    writeParty(doc, 'From', invoice.seller, LEFT, top),
    writeParty(doc, 'To', invoice.buyer, 300, top),
  ]
  return Math.max(...ends) + 20
}

function writeParty(doc: Doc, label: string, party: Party, x: number, y: number): number {
  const width = 235
  doc.font('regular').fontSize(9).fillColor(GREY).text(label, x, y, { width })
  doc
    .font('bold')
    .fillColor('black')
    .text(party.name, x, doc.y + 2, { width })
  const more = [party.address, party.email, party.tax_id && `Tax ID ${party.tax_id}`]
  doc.font('regular').text(more.filter(Boolean).join('\n'), x, doc.y + 2, { width })
  return doc.y
}

function writeLines(doc: Doc, invoice: PrintedInvoice, top: number): number {
  let y = writeRow(doc, 'bold', top, {
    description: 'Description',
    quantity: 'Quantity',
    unit: 'Unit price',
    amount: 'Amount',
  })
  rule(doc, y)
  y += 6
  for (const line of invoice.lines) {
    const period = line.period_start && line.period_end ? `\n${range(line)}` : ''
    y = writeRow(doc, 'regular', y, {
      description: line.description + period,
      quantity: line.quantity.toLocaleString('en'),
      unit: amount(line.unit_amount_cents, invoice),
      amount: amount(line.amount_cents, invoice),
    })
  }
  rule(doc, y)
  return y + 8
}

/** Writes a row, on a new page if this one is full. */
function writeRow(doc: Doc, font: string, top: number, row: Record<Column, string>): number {
  doc.font(font).fontSize(9).fillColor('black')
  const [x, width] = COLUMNS.description
  const height = doc.heightOfString(row.description, { width })
  const y = onPage(doc, top, height)
  doc.text(row.description, x, y, { width })
  for (const name of ['quantity', 'unit', 'amount'] as const) {
    const [left, columnWidth] = COLUMNS[name]
    doc.text(row[name], left, y, { width: columnWidth, align: 'right' })
  }
  return y + height + 6
}

function writeTotals(doc: Doc, invoice: PrintedInvoice, top: number): number {
  const rate = `${Number((invoice.tax_rate * 100).toFixed(2))} %`
  const taxLabel = invoice.tax_inclusive ? `Tax ${rate} (included)` : `Tax ${rate}`
  const rows: [label: string, cents: number, isShown: boolean][] = [
    ['Subtotal without tax', invoice.subtotal_cents, true],
    [taxLabel, invoice.tax_cents, true],
    ['Total', invoice.total_cents, true],
    ['Credit used', -invoice.credit_cents, invoice.credit_cents > 0],
    ['Due with the next invoice', -invoice.carried_cents, invoice.carried_cents > 0],
    ['Amount due', invoice.due_cents, true],
  ]
  let y = top
  for (const [label, cents, isShown] of rows) {
    if (!isShown) continue
    y = onPage(doc, y, 16)
    doc.font(/^(Total|Amount)/.test(label) ? 'bold' : 'regular').fontSize(9)
    doc.text(label, 300, y, { width: 145, align: 'right' })
    doc.text(amount(cents, invoice), 445, y, { width: 100, align: 'right' })
    y += 16
  }
  return y + 12
}

function writeNotes(doc: Doc, { buyer, notes }: PrintedInvoice, top: number): void {
  const text = [buyer.exemption_note, notes].filter(Boolean).join('\n\n')
  if (!text) return
  const width = RIGHT - LEFT
  doc.font('regular').fontSize(9).fillColor('black')
  const y = onPage(doc, top, Math.min(doc.heightOfString(text, { width }), bottomOf(doc) - TOP))
  doc.text(text, LEFT, y, { width })
}

const amount = (cents: number, { currency }: { currency: string }) => printedAmount(cents, currency)

const day = (at: string | null) => (at ? at.slice(0, 10) : '–')

/** A period; its end is the start of the next one. */
const range = ({ period_start, period_end }: Pick<PrintedInvoice, 'period_start' | 'period_end'>) =>
  `${day(period_start)} to ${day(period_end)}`
