import { type ReportRow, type ReportTypeName, type RowPage, reportColumns } from './columns.ts'
import { csvOf } from './csv.ts'
import { MAX_PDF_ROWS, type PrintedReport, renderReport } from './pdf.ts'

const PART_BYTES = 512 * 1024

interface Report extends PrintedReport {
  report_type: ReportTypeName
  format: 'csv' | 'pdf'
}

/** The next bytes of a file, with how far it is. */
interface FilePart {
  content: Buffer
  row_count: number
  progress: number
}

/** Writes the file of a report from its rows, in parts that the API accepts. */
export async function* writeFile(
  report: Report,
  pages: AsyncIterable<RowPage>,
): AsyncGenerator<FilePart> {
  const write = report.format === 'csv' ? writeCsv : writePdf
  for await (const { content, ...progress } of write(report, pages)) {
    for (let start = 0; start < content.length; start += PART_BYTES) {
      yield { content: content.subarray(start, start + PART_BYTES), ...progress }
    }
  }
}

async function* writeCsv({ report_type }: Report, pages: AsyncIterable<RowPage>) {
  let [row_count, read] = [0, 0]
  for await (const page of pages) {
    const content = Buffer.from(csvOf(reportColumns[report_type], page.rows, row_count === 0))
    row_count += page.rows.length
    read += page.read
    yield { content, row_count, progress: percentOf(read, page.total) }
  }
}

async function* writePdf(report: Report, pages: AsyncIterable<RowPage>) {
  const rows: ReportRow[] = []
  let isCut = false
  for await (const page of pages) {
    rows.push(...page.rows)
    isCut = rows.length > MAX_PDF_ROWS
    if (isCut) break
  }
  const printed = rows.slice(0, MAX_PDF_ROWS)
  const content = await renderReport(report, reportColumns[report.report_type], printed, isCut)
  yield { content, row_count: printed.length, progress: 99 }
}

const percentOf = (read: number, total: number) =>
  total > 0 ? Math.min(99, Math.floor((read * 100) / total)) : 99
