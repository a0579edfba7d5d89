import { stringify } from 'csv-stringify/sync'
import type { ReportColumn, ReportRow } from './columns.ts'

/**
 * Rows as CSV (RFC 4180), with the headings on the first page. A text that a spreadsheet would run as a formula gets an
 * apostrophe; numbers stay as they are.
 */
export function csvOf(
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  isFirst: boolean,
): string {
  return stringify([...rows], {
    header: isFirst,
    columns: columns.map(({ key }) => key),
    record_delimiter: 'windows',
    escape_formulas: true,
    // Also without the other half of a line break, which some readers take for one.
    quoted_match: /[\r\n]/,
  })
}
