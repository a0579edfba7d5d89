import { resource } from '@powernode/server/platform/http/resource.ts'
import { ErrorReport, ErrorReportFilters, listErrorReports } from './error_report.ts'

export default resource('/admin/error_reports', 'Distinct errors of servers and workers', (r) => {
  r.list(
    '/',
    {
      can: 'admin.error_reports.read',
      of: ErrorReport,
      query: ErrorReportFilters,
      sorts: ['-last_at'],
      summary: 'List distinct errors with their last request and how often they occurred',
    },
    ({ ctx, page, query }) => listErrorReports(ctx, page, query),
  )
})
