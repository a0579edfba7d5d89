import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  LogLines,
  listSystemLogs,
  StoredLines,
  SystemLog,
  SystemLogFilters,
  storeWorkerLogs,
} from './system_log.ts'

/** Log lines of the installation's processes. */
export const systemLogs = resource('/admin_settings', (r) => {
  r.list(
    '/system_logs',
    {
      can: 'admin.system_logs.read',
      of: SystemLog,
      query: SystemLogFilters,
      sorts: ['-created_at'],
      summary: 'List log lines of all processes from the last seven days',
    },
    ({ ctx, page, query }) => listSystemLogs(ctx, page, query),
  )
})

/** Where workers, which have no database, send their log lines. */
export const logLines = resource('/internal/system_logs', 'Log lines of workers', (r) => {
  r.post(
    '/',
    {
      can: 'system.system_logs.create',
      body: LogLines,
      of: StoredLines,
      status: 200,
      summary: 'Send log lines',
      says: 'Log lines stored',
    },
    ({ ctx, body }) => storeWorkerLogs(ctx, body.lines),
  )
})
