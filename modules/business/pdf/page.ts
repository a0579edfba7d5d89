import { createRequire } from 'node:module'
import { openSync } from 'fontkit'
import PDFDocument from 'pdfkit'
import { formatAmount } from '../pricing/money.ts'

const require = createRequire(import.meta.url)
// Latin, Greek and Cyrillic: the fonts that PDF readers bring have only Western European letters.
const fontFiles = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
}
/** Parsed once: that takes longer than writing a document. */
let fonts: [name: string, font: PDFKit.Mixins.PDFFontSource][] | undefined
/** The left and right margin of a page, and the upper one, in points. */
export const MARGIN = 50
const BOTTOM_MARGIN = 72
export const GREY = '#555555'

export type Doc = PDFKit.PDFDocument

interface About {
  title: string
  author: string
  /** Stands in the file as its creation date, so that the same document gives the same bytes. */
  at: Date
  layout?: 'portrait' | 'landscape'
}

/** Renders an A4 document: `write` draws it, beginning on its first page. */
export async function renderPdf(
  { title, author, at, layout = 'portrait' }: About,
  write: (doc: Doc) => void | Promise<void>,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout,
    margin: MARGIN,
    autoFirstPage: false,
    info: { Title: title, Author: author, CreationDate: at, ModDate: at },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve, reject) => doc.once('end', resolve).once('error', reject))
  fonts ??= Object.entries(fontFiles).map(([name, file]) => [name, openFont(file)])
  for (const [name, font] of fonts) doc.registerFont(name, font)
  doc.addPage()
  await write(doc)
  doc.end()
  await finished
  return Buffer.concat(chunks)
}

/** The types of PDFKit do not know that it takes fonts of fontkit. */
const openFont = (file: string) => openSync(file) as unknown as PDFKit.Mixins.PDFFontSource

/** The largest y at which something can be written. */
export const bottomOf = (doc: Doc) => doc.page.height - BOTTOM_MARGIN

/** Where something of this height fits: here, or at the top of a new page. */
export function onPage(doc: Doc, y: number, height: number): number {
  if (y + height <= bottomOf(doc)) return y
  doc.addPage()
  return MARGIN
}

export function rule(doc: Doc, y: number) {
  doc
    .moveTo(MARGIN, y)
    .lineTo(doc.page.width - MARGIN, y)
    .lineWidth(0.5)
    .strokeColor('#bbbbbb')
    .stroke()
}

/** `123456` in USD → "1,234.56 USD". */
export function printedAmount(cents: number, currency: string): string {
  const [whole = '', decimals] = formatAmount(BigInt(cents), currency).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${decimals ? `${grouped}.${decimals}` : grouped} ${currency}`
}
