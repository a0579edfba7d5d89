import { defineActivity, textIn } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    report: { noun: 'export' },
    report_request: { noun: 'report' },
    scheduled_report: { noun: 'scheduled report' },
  },
  sentences: {
    'report.exported': ({ metadata }) =>
      `exported ${(textIn(metadata, 'report_type') ?? 'rows').replaceAll('_', ' ')} as CSV`,
    'report_request.created': 'requested {the object}',
    'report_request.completed': 'wrote the file of {the object}',
    'report_request.failed': 'could not write the file of {the object}',
    'report_request.cancelled': 'cancelled {the object}',
    'report_request.retried': 'retried {the object}',
    'scheduled_report.created': 'scheduled {object}',
    'scheduled_report.updated': 'changed {the object}',
    'scheduled_report.deleted': 'deleted {the object}',
    'scheduled_report.paused': 'paused {the object}, because its creator may no longer see it',
  },
})
