import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  KeptLines,
  keepWorkerLogs,
  LogLines,
  listSystemLogs,
  SystemLog,
  SystemLogFilters,
} from './system_log.ts'

/** What the processes of the installation logged. */
export const systemLogs = resource('/admin_settings', (r) => {
  r.list(
    '/system_logs',
    {
      can: 'admin.system_logs.read',
      of: SystemLog,
      query: SystemLogFilters,
      sorts: ['-created_at'],
      summary: 'What the processes of this installation logged in the last seven days',
    },
    ({ ctx, page, query }) => listSystemLogs(ctx, page, query),
  )
})

/** Where workers, which have no database, leave what they log. */
export const logLines = resource('/internal/system_logs', 'Log lines of workers', (r) => {
  r.post(
    '/',
    {
      can: 'system.system_logs.create',
      body: LogLines,
      of: KeptLines,
      status: 200,
      summary: 'Hand over log lines',
      says: 'Kept',
    },
    ({ ctx, body }) => keepWorkerLogs(ctx, body.lines),
  )
})
