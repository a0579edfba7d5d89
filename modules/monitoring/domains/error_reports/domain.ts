import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { deleteExcessReports } from './error_report.ts'
import errorReports from './routes.ts'

export default defineDomain({
  name: 'error_reports',
  tables: ['error_reports'],
  contract,
  routes: [errorReports],
  retention: {
    error_reports: {
      counts: 'Errors that have not occurred for 30 days',
      rows: [{ by: 'last_at', days: 30 }],
    },
  },
  sweep: {
    excess_error_reports: { counts: 'Errors beyond the last 500', run: deleteExcessReports },
  },
  examples: {
    async error_reports({ admin, worker }) {
      const metadata = { err: { type: 'Error', message: 'broken', stack: 'Error: broken\n at x' } }
      const line = { level: 'error', message: 'job failed', metadata, logged_at: new Date() }
      await worker.post('/internal/system_logs', { lines: [line] })
      return admin.first('/admin/error_reports')
    },
  },
})
