import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const report = {
  id: id('The report'),
  name: text('Its name', 'Invoices of November'),
  report_type: text('What it lists', 'invoices'),
  format: text('Format of the file', 'csv'),
}

export const contract = declare({
  permissions: {
    'reports.read': {
      description: 'See the reports of the account and download their files',
      roles: ['billing_admin'],
    },
    'reports.create': {
      description: 'Request and schedule reports of the account',
      roles: ['billing_admin'],
    },
    'analytics.export': {
      description: 'Export rows about the billing of the account',
      roles: ['billing_admin'],
    },
    'system.reports.process': { description: 'Write the files of reports' },
  },
  events: {
    'report.completed': event('The file of a report is ready', {
      ...report,
      row_count: count('Rows in the file', 1204),
    }),
    'report.failed': event('The file of a report could not be written', report),
  },
  jobs: {
    process_report: {
      input: Type.Object({ request_id: Type.String({ format: 'uuid' }) }),
      queue: 'reports',
      retries: 8,
      timeoutSeconds: 1800,
    },
    run_scheduled_reports: {
      input: Type.Object({}),
      queue: 'maintenance',
      retries: 2,
      timeoutSeconds: 300,
      schedule: '*/5 * * * *',
    },
  },
  audit: {
    'report_request.created': { of: ['data_access', 'data_export'] },
    'report.exported': { of: ['data_access', 'data_export'] },
    'report_request.completed': {},
    'report_request.failed': {},
    'report_request.cancelled': {},
    'report_request.retried': {},
    'scheduled_report.created': { of: ['data_export'] },
    'scheduled_report.updated': {},
    'scheduled_report.deleted': {},
    'scheduled_report.paused': {},
  },
  notifications: {
    report_completed: {
      needs: 'reports.read',
      category: 'Reports',
      label: 'Your report is ready',
      description: 'Sent when the file is ready to download',
      in_app: true,
      mail: false,
    },
    report_failed: {
      needs: 'reports.read',
      category: 'Reports',
      label: 'Your report failed',
      description: 'Sent when the file could not be written',
      in_app: true,
      mail: false,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    reports: typeof contract
  }
}
