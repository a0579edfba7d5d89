import { defineDomain } from '@powernode/server/platform/module.ts'
import { ReportChannel } from './channel.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { giveUpReport } from './outcome.ts'
import {
  analyticsExport,
  reportRequests,
  reports,
  reportWriting,
  scheduledReports,
  scheduleRuns,
} from './routes.ts'

export default defineDomain({
  name: 'reports',
  tables: ['report_requests', 'report_request_parts', 'scheduled_reports'],
  contract,
  routes: [reports, analyticsExport, reportRequests, scheduledReports, reportWriting, scheduleRuns],
  channels: { ReportChannel },
  mails,
  names: {
    report_request: {
      rows: (ctx) => ctx.own('report_requests').select().select(['id', 'name']),
      recorded: 'name',
    },
    scheduled_report: {
      rows: (ctx) => ctx.own('scheduled_reports').select().select(['id', 'name']),
      recorded: 'name',
    },
  },
  retention: {
    report_requests: {
      counts: 'Reports older than 7 days',
      rows: [{ by: 'expires_at', days: 0 }],
    },
  },
  onDeadLetter: {
    process_report: (ctx, { request_id }, reason) => giveUpReport(ctx, request_id, reason),
  },
  examples: {
    requests: ({ owner }) => owner.post('/reports', { report_type: 'invoices' }),
    report_requests: async ({ id }) => ({ id: await id('requests') }),
    scheduled_reports: ({ owner }) =>
      owner.post('/scheduled_reports', {
        ...{ report_type: 'invoices', frequency: 'monthly', recipient_ids: [owner.id] },
      }),
  },
})
