import {
  bottomOf,
  type Doc,
  GREY,
  MARGIN,
  onPage,
  printedAmount,
  renderPdf,
  rule,
} from '../../pdf/page.ts'
import type { ReportColumn, ReportRow } from './columns.ts'

/** The rows of a PDF: more pages than anyone reads. */
export const MAX_PDF_ROWS = 5000
const SIZE = 8
const GAP = 8

export interface PrintedReport {
  name: string
  start_date: string
  end_date: string
  as_of: string
}

/**
 * Renders a report as a table of its main columns. The same rows give the same bytes. `isCut` says that there are more
 * rows than these.
 */
export function renderReport(
  report: PrintedReport,
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  isCut: boolean,
): Promise<Buffer> {
  const about = {
    title: report.name,
    author: 'Powernode',
    at: new Date(report.as_of),
    layout: 'landscape' as const,
  }
  return renderPdf(about, (doc) => {
    const cells = layOut(doc, columns)
    let y = writeHeading(doc, cells, writeTitle(doc, report))
    for (const row of rows) y = writeRow(doc, cells, row, y)
    rule(doc, y)
    const rest = isCut
      ? `Only the first ${rows.length.toLocaleString('en')} rows. A CSV file has all of them.`
      : rows.length === 0 && 'No rows.'
    if (rest) {
      doc.font('regular').fontSize(9).fillColor('black')
      doc.text(rest, MARGIN, onPage(doc, y + 8, 12))
    }
  })
}

interface Cell {
  label: string
  x: number
  width: number
  align: 'left' | 'right'
  valueOf(row: ReportRow): string
}

/** The columns of a page, side by side, with their values as text. */
function layOut(doc: Doc, columns: readonly ReportColumn[]): Cell[] {
  const printed = columns.flatMap((column, index) => (column.width ? [{ ...column, index }] : []))
  const shares = printed.reduce((sum, { width = 0 }) => sum + width, 0)
  const unit = (doc.page.width - 2 * MARGIN - GAP * (printed.length - 1)) / shares
  const currency = columns.findIndex(({ key }) => key === 'currency')
  let x = MARGIN
  return printed.map(({ label, kind, width = 0, index }) => {
    const cell: Cell = {
      label,
      x,
      width: width * unit,
      align: kind === 'text' || kind === 'time' ? 'left' : 'right',
      valueOf(row) {
        const value = row[index] ?? null
        if (value === null) return '–'
        if (kind === 'cents') return printedAmount(Number(value), String(row[currency]))
        if (kind === 'percent') return `${Number(value).toFixed(2)} %`
        return kind === 'time' ? String(value).slice(0, 10) : String(value)
      },
    }
    x += cell.width + GAP
    return cell
  })
}

function writeTitle(doc: Doc, { name, start_date, end_date, as_of }: PrintedReport): number {
  const width = doc.page.width - 2 * MARGIN
  doc.font('bold').fontSize(16).fillColor('black').text(name, MARGIN, MARGIN, { width })
  const facts = `${start_date} to ${end_date}, as of ${as_of.slice(0, 16).replace('T', ' ')} UTC`
  doc
    .font('regular')
    .fontSize(9)
    .fillColor(GREY)
    .text(facts, MARGIN, doc.y + 4)
  return doc.y + 14
}

function writeHeading(doc: Doc, cells: readonly Cell[], y: number): number {
  doc.font('bold').fontSize(SIZE).fillColor('black')
  for (const { label, x, width, align } of cells) {
    doc.text(label, x, y, { width, align, lineBreak: false })
  }
  rule(doc, y + 13)
  return y + 18
}

/** Writes a row, on a new page with the headings if this one is full. Long texts are cut to three lines. */
function writeRow(doc: Doc, cells: readonly Cell[], row: ReportRow, top: number): number {
  doc.font('regular').fontSize(SIZE).fillColor('black')
  const texts = cells.map((cell) => cell.valueOf(row))
  const heights = cells.map(({ width }, index) => doc.heightOfString(texts[index] ?? '', { width }))
  const height = Math.min(Math.max(...heights), 3 * doc.currentLineHeight())
  let y = top
  if (y + height > bottomOf(doc)) {
    doc.addPage()
    y = writeHeading(doc, cells, MARGIN)
    doc.font('regular').fontSize(SIZE)
  }
  cells.forEach(({ x, width, align }, index) => {
    doc.text(texts[index] ?? '', x, y, { width, align, height, ellipsis: true })
  })
  return y + height + 5
}
