import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { type QueryValues, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { announceReport, lockReport } from './announcing.ts'
import { type DayRange, ReportDays, reportRangeOf } from './range.ts'
import {
  expiryOfReport,
  ReportName,
  type ReportRequest,
  readReportRequest,
} from './report_request.ts'
import {
  AllAccounts,
  nameOfType,
  ReportFormat,
  type ReportSubject,
  ReportTypeChoice,
  requireReportable,
} from './report_type.ts'
import { applyReportTransition } from './transitions.ts'

export const NewReport = Shape('NewReport', {
  report_type: ReportTypeChoice,
  format: Type.Optional(ReportFormat),
  name: Type.Optional(ReportName),
  all_accounts: Type.Optional(AllAccounts),
  start_date: Type.Optional(ReportDays.start_date),
  end_date: Type.Optional(ReportDays.end_date),
})

type Request = Static<typeof ReportRequest>

/** Requests a report of the account, or of all accounts, as the caller. A job writes its file. */
export async function requestReport(ctx: Ctx, input: Static<typeof NewReport>): Promise<Request> {
  const requester = callingUser(ctx)
  if (!requester) throw fail.with('forbidden')
  const { report_type, format = 'csv', all_accounts = false } = input
  requireReportable(ctx, { report_type, all_accounts })
  const range = reportRangeOf(ctx.now(), input as QueryValues<typeof ReportDays>)
  const id = await ctx.transaction((tx) =>
    insertReport(tx, {
      ...{ report_type, format, all_accounts, range },
      name: input.name ?? nameOf(report_type, range),
      user_id: requester.userId,
      scheduled_report_id: null,
    }),
  )
  return readReportRequest(ctx, id)
}

interface Values extends ReportSubject {
  name: string
  format: Request['format']
  range: DayRange
  user_id: string
  scheduled_report_id: string | null
}

/** Inserts a request and enqueues the job that writes its file. Returns its id. */
export async function insertReport(tx: Tx, { range, ...values }: Values): Promise<string> {
  const days = { start_date: dayOf(range.start_date), end_date: dayOf(range.end_date) }
  const now = tx.now()
  const created = await tx
    .own('report_requests')
    .insert({
      ...values,
      ...days,
      as_of: now,
      created_at: now,
      updated_at: now,
      expires_at: expiryOfReport(tx),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const { name, report_type, format, all_accounts, scheduled_report_id } = values
  await tx.audit('report_request.created', created.id, {
    new: { name, report_type, format, all_accounts, ...days, scheduled_report_id },
  })
  await tx.enqueue('process_report', { request_id: created.id })
  await announceReport(tx, created)
  return created.id
}

/** Cancels a report that is not ready. A worker that is writing it stops at its next part. */
export async function cancelReport(ctx: Ctx, id: string): Promise<Request> {
  await readReportRequest(ctx, id)
  await ctx.transaction(async (tx) => {
    const report = await lockReport(tx, id)
    await applyReportTransition(tx, report, 'cancel', { progress: 0, part_count: 0 })
    await deleteParts(tx, id)
    await tx.audit('report_request.cancelled', id, { old: { status: report.status } })
  })
  return readReportRequest(ctx, id)
}

/** Writes a failed report again, with the rows until its `as_of`. */
export async function retryReport(ctx: Ctx, id: string): Promise<Request> {
  await readReportRequest(ctx, id)
  await ctx.transaction(async (tx) => {
    const report = await lockReport(tx, id)
    const expires_at = expiryOfReport(tx)
    await applyReportTransition(tx, report, 'retry', { error: null, progress: 0, expires_at })
    await tx.audit('report_request.retried', id, { old: { error: report.error } })
    await tx.enqueue('process_report', { request_id: id })
  })
  return readReportRequest(ctx, id)
}

export async function deleteParts(tx: Tx, reportId: string): Promise<void> {
  await tx.own('report_request_parts').delete().where('report_request_id', '=', reportId).execute()
}

const nameOf = (type: ReportSubject['report_type'], { start_date, end_date }: DayRange) =>
  `${nameOfType(type)}, ${dayOf(start_date)} to ${dayOf(end_date)}`
