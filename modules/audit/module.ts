import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import auditLogs from './domains/audit_logs/domain.ts'

/** The audit log, in which changes to entries can be detected. */
export default defineModule({
  name: 'audit',
  domains: [auditLogs],
  migrations: join(import.meta.dirname, 'migrations'),
})
