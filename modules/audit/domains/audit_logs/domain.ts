import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { markExportFailed } from './export_parts.ts'
import { auditExports, auditLogs, internalExports } from './routes.ts'

export default defineDomain({
  name: 'audit_logs',
  tables: ['audit_exports', 'audit_export_parts'],
  contract,
  routes: [auditLogs, auditExports, internalExports],
  retention: {
    audit_exports: {
      counts: 'Export files older than 24 hours',
      rows: [{ by: 'expires_at', days: 0 }],
    },
  },
  onDeadLetter: {
    export_audit_logs: (ctx, { export_id }, reason) => markExportFailed(ctx, export_id, reason),
  },
  examples: {
    audit_logs: ({ owner }) => owner.first('/audit_logs'),
    exports: ({ owner }) => owner.post('/audit_logs/export', { format: 'csv' }),
    audit_exports: async ({ id }) => ({ id: await id('exports') }),
  },
})
