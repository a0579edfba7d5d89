import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, ListOf, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { type LockedReport, lockReport } from './announcing.ts'
import type { RowPage } from './columns.ts'
import { accountOfReport, ReportRequest, reportDays } from './report_request.ts'
import { deleteParts } from './requesting.ts'
import { readRows } from './rows.ts'
import { applyReportTransition, isReportAllowed } from './transitions.ts'

export const ReportTurn = Type.Integer({
  minimum: 1,
  description: 'The turn of the worker: incremented each time that one begins',
  examples: [1],
})

const { id, name, report_type, format, start_date, end_date, as_of } = ReportRequest.properties

/** What a worker needs to write the file of a report. */
export const ReportWork = Shape('ReportWork', {
  ...{ id, name, report_type, format, start_date, end_date, as_of },
  turn: ReportTurn,
})

export const ReportRows = Shape('ReportRows', {
  rows: ListOf(
    ListOf(
      Type.Unsafe<string | number | null>({
        type: ['string', 'number', 'null'],
        description: 'The value of a column; times are in ISO 8601',
        examples: ['INV-202611-0042'],
      }),
    ),
    { description: 'Rows, oldest first: a value for each column of the type, in order' },
  ),
  total: Count('Records of the whole report; approximate if there are more than 10,000', [1204]),
  read: Count('How many of them these rows are', [1000]),
  next: Nullable(Text(2000, { description: 'Cursor of the next page; null on the last' })),
})

export const RowsQuery = {
  cursor: Text(2000, { description: 'Cursor: `next` of the previous page' }),
}

/**
 * Begins to write a report, from its first part; what an earlier worker sends is then ignored. Null if nothing is to be
 * done.
 */
export function beginReport(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof ReportWork> | null> {
  return inReport(ctx, id, async (tx, found) => {
    if (!isReportAllowed('begin', found.status)) return null
    await deleteParts(tx, id)
    const zero = { progress: 0, row_count: 0, part_count: 0, size_bytes: 0, crc: 0 }
    await applyReportTransition(tx, found, 'begin', { ...zero, turn: found.turn + 1 })
    return tx
      .own('report_requests')
      .select()
      .select(['id', 'name', 'report_type', 'format', 'as_of', 'turn', ...reportDays])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  })
}

/** A page of the rows of a report, for the worker that writes it. */
export async function readReportRows(
  ctx: PlatformCtx,
  id: string,
  cursor: string | undefined,
): Promise<RowPage> {
  const account_id = await accountOfReport(ctx, id)
  const report = await ctx
    .inAccount(account_id)
    .own('report_requests')
    .select()
    .select(['report_type', 'all_accounts', 'as_of', ...reportDays])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const scope = {
    report_type: report.report_type,
    account_id: report.all_accounts ? null : account_id,
    start_date: new Date(report.start_date),
    end_date: new Date(report.end_date),
    as_of: report.as_of,
  }
  return readRows(ctx, scope, cursor)
}

/** Runs `work` in the account of a report, with its row locked. */
export async function inReport<T>(
  ctx: PlatformCtx,
  id: string,
  work: (tx: Tx, found: LockedReport) => Promise<T>,
): Promise<T> {
  const accountId = await accountOfReport(ctx, id)
  return ctx.inAccount(accountId).transaction(async (tx) => {
    tx.unaudited('the request was audited; its row records the progress of the file')
    return work(tx, await lockReport(tx, id))
  })
}
