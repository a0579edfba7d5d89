import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { metrics } from './metrics.ts'
import { logLines, systemLogs } from './routes.ts'

export default defineDomain({
  name: 'system_logs',
  tables: ['system_logs'],
  contract,
  routes: [systemLogs, logLines],
  metrics,
  retention: {
    system_logs: {
      counts: 'Log lines older than seven days',
      rows: [{ by: 'created_at', days: 7 }],
    },
  },
  examples: {
    async system_logs({ admin, worker }) {
      const line = { level: 'warn', message: 'noted', metadata: {}, logged_at: new Date() }
      await worker.post('/internal/system_logs', { lines: [line] })
      return admin.first('/admin_settings/system_logs')
    },
  },
})
