import { bottomOf, type Doc, GREY, MARGIN as LEFT, onPage, rule, MARGIN as TOP } from './page.ts'

const RIGHT = 545
/** Left edge and width of the columns of the lines. */
const COLUMNS = {
  description: [LEFT, 265],
  quantity: [320, 45],
  unit: [365, 90],
  amount: [455, 90],
} as const

type PrintedLine = { description: string } & Partial<Record<keyof typeof COLUMNS, string>>

/** A party as it was named when the document was issued. */
export interface PrintedParty {
  name: string
  address: string | null
  email: string | null
  tax_id: string | null
  exemption_note: string | null
}

interface Head {
  title: string
  facts: [label: string, value: string][]
  seller: PrintedParty
  buyer: PrintedParty
}

/** Writes what the document is, its facts and parties. Returns where they end, as the other writers do. */
export function writeHead(doc: Doc, { title, facts, seller, buyer }: Head): number {
  doc.font('bold').fontSize(20).fillColor('black').text(title, LEFT, TOP)
  let y = TOP + 36
  for (const [label, value] of facts) {
    doc.font('regular').fontSize(9).fillColor(GREY).text(label, LEFT, y, { width: 60 })
    doc.fillColor('black').text(value, LEFT + 60, y, { width: 300 })
    y += 14
  }
  const top = y + 16
  const ends = [writeParty(doc, 'From', seller, LEFT, top), writeParty(doc, 'To', buyer, 300, top)]
  return Math.max(...ends) + 20
}

function writeParty(doc: Doc, label: string, party: PrintedParty, x: number, y: number): number {
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

/** Writes the lines as a table. */
export function writeLines(
  doc: Doc,
  heading: PrintedLine,
  lines: readonly PrintedLine[],
  top: number,
): number {
  let y = writeRow(doc, 'bold', top, heading)
  rule(doc, y)
  y += 6
  for (const line of lines) y = writeRow(doc, 'regular', y, line)
  rule(doc, y)
  return y + 8
}

/** Writes a row, on a new page if this one is full. */
function writeRow(doc: Doc, font: string, top: number, row: PrintedLine): number {
  doc.font(font).fontSize(9).fillColor('black')
  const [x, width] = COLUMNS.description
  const height = doc.heightOfString(row.description, { width })
  const y = onPage(doc, top, height)
  doc.text(row.description, x, y, { width })
  for (const name of ['quantity', 'unit', 'amount'] as const) {
    const [left, columnWidth] = COLUMNS[name]
    const text = row[name]
    if (text !== undefined) doc.text(text, left, y, { width: columnWidth, align: 'right' })
  }
  return y + height + 6
}

/** Writes sums below the lines; those that start with "Total" or "Amount" are in bold. */
export function writeTotals(
  doc: Doc,
  rows: readonly (readonly [label: string, amount: string])[],
  top: number,
): number {
  let y = top
  for (const [label, amount] of rows) {
    y = onPage(doc, y, 16)
    doc.font(/^(Total|Amount)/.test(label) ? 'bold' : 'regular').fontSize(9)
    doc.text(label, 300, y, { width: 145, align: 'right' })
    doc.text(amount, 445, y, { width: 100, align: 'right' })
    y += 16
  }
  return y + 12
}

/** Writes paragraphs below everything else, without those that are empty. */
export function writeNotes(doc: Doc, paragraphs: readonly (string | null)[], top: number): void {
  const text = paragraphs.filter(Boolean).join('\n\n')
  if (!text) return
  const width = RIGHT - LEFT
  doc.font('regular').fontSize(9).fillColor('black')
  const y = onPage(doc, top, Math.min(doc.heightOfString(text, { width }), bottomOf(doc) - TOP))
  doc.text(text, LEFT, y, { width })
}

/** "Tax 19 %" */
export function taxLabel(rate: number, inclusive = false): string {
  const percent = `${Number((rate * 100).toFixed(2))} %`
  return inclusive ? `Tax ${percent} (included)` : `Tax ${percent}`
}

/** `2026-11-26` of a time. */
export const printedDay = (at: string | null) => (at ? at.slice(0, 10) : '–')
