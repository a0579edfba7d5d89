import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import auditLogs from './domains/audit_logs/domain.ts'

/** Who did what, kept so that nobody can change it unnoticed. */
export default defineModule({
  name: 'audit',
  domains: [auditLogs],
  migrations: join(import.meta.dirname, 'migrations'),
})
