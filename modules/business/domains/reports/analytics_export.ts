import { createHash } from 'node:crypto'
import { isInAccount, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import type { QueryValues } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { type ReportRow, reportColumns } from './columns.ts'
import { csvOf } from './csv.ts'
import { ReportDays, reportRangeOf } from './range.ts'
import { AllAccounts, ReportTypeChoice, requireReportable } from './report_type.ts'
import { readRows } from './rows.ts'

const MAX_ROWS = 5000

export const ExportQuery = {
  report_type: ReportTypeChoice,
  all_accounts: AllAccounts,
  ...ReportDays,
}

/**
 * The rows of a type as CSV at once: revenue by default. A worker gets those of every account. Throws 422 if there are
 * more than 5,000; a report has no such limit.
 */
export async function exportRows(
  ctx: PlatformCtx,
  query: QueryValues<typeof ExportQuery>,
): Promise<Download> {
  const { report_type = 'revenue' } = query
  const all_accounts = !isInAccount(ctx) || (query.all_accounts ?? false)
  requireReportable(ctx, { report_type, all_accounts })
  const days = reportRangeOf(ctx.now(), query)
  const account_id = isInAccount(ctx) && !all_accounts ? ctx.account.id : null
  const rows: ReportRow[] = []
  let after: string | undefined
  do {
    const scope = { report_type, account_id, ...days, as_of: ctx.now() }
    const page = await readRows(ctx, scope, after)
    rows.push(...page.rows)
    after = page.next ?? undefined
    if (rows.length > MAX_ROWS || (after && page.total > MAX_ROWS)) {
      throw fail.invalid({
        start_date: ['leaves more than 5,000 rows: choose fewer days, or request a report'],
      })
    }
  } while (after)
  const content = Buffer.from(csvOf(reportColumns[report_type], rows, true))
  const range = { start_date: dayOf(days.start_date), end_date: dayOf(days.end_date) }
  await ctx.transaction((tx) =>
    tx.audit('report.exported', null, {
      metadata: { report_type, all_accounts, ...range, row_count: rows.length },
    }),
  )
  return {
    filename: `${report_type}_${range.start_date}_${range.end_date}.csv`,
    type: 'text/csv; charset=utf-8',
    content,
    etag: createHash('sha256').update(content).digest('hex'),
  }
}
