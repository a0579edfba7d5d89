import { isInAccount } from '@powernode/server/platform/db/context.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty, Nullable } from '@powernode/server/platform/http/shapes.ts'
import { ExportQuery, exportRows } from './analytics_export.ts'
import { downloadReport, ReportLinkQuery } from './download.ts'
import { ReportOutcome, ReportState, reportOutcome } from './outcome.ts'
import { AcceptedPart, ReportPart, storePart } from './part.ts'
import {
  listReportRequests,
  ReportFilters,
  ReportRequest,
  readAnyReportRequest,
  readReportRequest,
} from './report_request.ts'
import { listReportTypes, ReportType } from './report_type.ts'
import { cancelReport, NewReport, requestReport, retryReport } from './requesting.ts'
import { runScheduledReport, ScheduledRun } from './running.ts'
import {
  changeScheduledReport,
  deleteScheduledReport,
  listDueReports,
  listScheduledReports,
  NewScheduledReport,
  readScheduledReport,
  ScheduledReport,
  ScheduledReportChanges,
  ScheduledReportFilters,
  scheduleReport,
} from './scheduled_report.ts'
import { beginReport, ReportRows, ReportWork, RowsQuery, readReportRows } from './writing.ts'

const requesting = {
  notImpersonating: true,
  class: 'heavy',
  body: NewReport,
  of: ReportRequest,
  status: 201,
  location: '/reports/requests',
  says: 'Report requested',
} as const

export const reports = resource('/reports', 'Reports: rows of a type, written to a file', (r) => {
  r.list(
    '/',
    {
      can: 'reports.read',
      of: ReportType,
      sorts: ['report_type'],
      summary: 'List the types of reports that you can request',
    },
    ({ ctx, page }) => listReportTypes(ctx, page),
  )
  r.post(
    '/',
    { can: 'reports.create', ...requesting, summary: 'Request a report; a job writes its file' },
    ({ ctx, body }) => requestReport(ctx, body),
  )
  r.list(
    '/scheduled',
    {
      can: 'reports.read',
      worker: 'system.reports.process',
      of: ScheduledReport,
      query: ScheduledReportFilters,
      sorts: ['-created_at', 'next_run_at'],
      summary:
        'The same as GET /scheduled_reports; workers get those of every account that are due',
    },
    ({ ctx, page, query }) =>
      isInAccount(ctx) ? listScheduledReports(ctx, page, query) : listDueReports(ctx, page),
  )
})

export const analyticsExport = resource('/analytics', (r) => {
  r.download(
    '/export',
    {
      can: 'analytics.export',
      worker: 'system.reports.process',
      notImpersonating: true,
      class: 'heavy',
      query: ExportQuery,
      types: ['text/csv'],
      name: 'downloadExport',
      summary: 'Download up to 5,000 rows of a type as CSV',
    },
    ({ ctx, query }) => exportRows(ctx, query),
  )
  r.post(
    '/export',
    { can: 'analytics.export', ...requesting, summary: 'The same as POST /reports' },
    ({ ctx, body }) => requestReport(ctx, body),
  )
})

export const reportRequests = resource('/reports/requests', 'Requested reports', (r) => {
  r.list(
    '/',
    {
      can: 'reports.read',
      notImpersonating: true,
      of: ReportRequest,
      query: ReportFilters,
      sorts: ['-created_at'],
      summary: 'List reports that have not expired',
    },
    ({ ctx, page, query }) => listReportRequests(ctx, page, query),
  )
  r.get(
    '/:id',
    {
      can: 'reports.read',
      worker: 'system.reports.process',
      notImpersonating: true,
      of: ReportRequest,
      summary: 'Get a report and its progress',
    },
    ({ ctx, id }) =>
      isInAccount(ctx) ? readReportRequest(ctx, id) : readAnyReportRequest(ctx, id),
  )
  r.patch(
    '/:id',
    {
      can: 'system.reports.process',
      body: ReportOutcome,
      of: ReportState,
      name: 'reportOutcome',
      summary: 'End a report, as completed or failed',
      fails: ['conflict', 'invalid_transition'],
    },
    ({ ctx, id, body }) => reportOutcome(ctx, id, body),
  )
  const act = {
    can: 'reports.create',
    notImpersonating: true,
    of: ReportRequest,
    status: 200,
  } as const
  r.post(
    '/:id/cancel',
    {
      ...act,
      summary: 'Cancel a report that is not ready',
      says: 'Report cancelled',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => cancelReport(ctx, id),
  )
  r.post(
    '/:id/retry',
    {
      ...act,
      summary: 'Write a failed report again',
      says: 'Report requested',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => retryReport(ctx, id),
  )
  r.download(
    '/:id/download',
    {
      can: 'public',
      query: ReportLinkQuery,
      types: ['text/csv', 'application/pdf'],
      summary: 'Download the file of a report with its signed link',
      fails: ['token_invalid'],
    },
    ({ ctx, id, query }) => downloadReport(ctx, id, query),
  )
})

export const scheduledReports = resource('/scheduled_reports', 'Scheduled reports', (r) => {
  r.list(
    '/',
    {
      can: 'reports.read',
      of: ScheduledReport,
      query: ScheduledReportFilters,
      sorts: ['-created_at', 'next_run_at'],
      summary: 'List the scheduled reports of the account',
    },
    ({ ctx, page, query }) => listScheduledReports(ctx, page, query),
  )
  r.get(
    '/:id',
    { can: 'reports.read', of: ScheduledReport, summary: 'Get a scheduled report' },
    ({ ctx, id }) => readScheduledReport(ctx, id),
  )
  r.post(
    '/',
    {
      can: 'reports.create',
      notImpersonating: true,
      body: NewScheduledReport,
      of: ScheduledReport,
      summary: 'Schedule a report',
      says: 'Report scheduled',
    },
    ({ ctx, body }) => scheduleReport(ctx, body),
  )
  r.update(
    '/:id',
    {
      can: 'reports.create',
      notImpersonating: true,
      body: ScheduledReportChanges,
      of: ScheduledReport,
      summary: 'Change, pause or activate a scheduled report',
      says: 'Schedule updated',
    },
    ({ ctx, id, body }) => changeScheduledReport(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'reports.create',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a scheduled report; its reports stay until they expire',
      says: 'Schedule deleted',
    },
    ({ ctx, id }) => deleteScheduledReport(ctx, id),
  )
})

/** For the handler of `process_report`. */
export const reportWriting = resource('/internal/report_requests', 'Writing of reports', (r) => {
  r.post(
    '/:id/begin',
    {
      can: 'system.reports.process',
      of: Nullable(ReportWork),
      status: 200,
      summary: 'Begin to write a report, from its first part; null if nothing is to be done',
    },
    ({ ctx, id }) => beginReport(ctx, id),
  )
  r.get(
    '/:id/rows',
    {
      can: 'system.reports.process',
      query: RowsQuery,
      of: ReportRows,
      summary: 'Get a page of the rows of a report',
    },
    ({ ctx, id, query }) => readReportRows(ctx, id, query.cursor),
  )
  r.post(
    '/:id/parts',
    {
      can: 'system.reports.process',
      body: ReportPart,
      of: AcceptedPart,
      status: 200,
      name: 'addPart',
      summary: 'Store the next part of a file',
    },
    ({ ctx, id, body }) => storePart(ctx, id, body),
  )
})

/** For the handler of `run_scheduled_reports`. */
export const scheduleRuns = resource('/internal/scheduled_reports', 'Scheduled reports', (r) => {
  r.post(
    '/:id/run',
    {
      can: 'system.reports.process',
      of: ScheduledRun,
      status: 200,
      summary: 'Request the report of a schedule that is due',
    },
    ({ ctx, id }) => runScheduledReport(ctx, id),
  )
})
