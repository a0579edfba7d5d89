import { resource } from '../../platform/http/resource.ts'
import { AuditFilters, AuditLog, listAuditLogs, readAuditLog } from './audit_log.ts'

export default resource('/audit_logs', (r) => {
  r.list(
    '/',
    {
      can: 'audit_logs.read',
      of: AuditLog,
      query: AuditFilters,
      sorts: ['-created_at'],
      summary: 'What happened in the account',
    },
    ({ ctx, page, query }) => listAuditLogs(ctx, page, query),
  )
  r.get('/:id', { can: 'audit_logs.read', of: AuditLog, summary: 'One entry' }, ({ ctx, id }) =>
    readAuditLog(ctx, id),
  )
})
