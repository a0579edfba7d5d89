import { api, SMALLEST_PAGE } from '~/api'
import { defineHome } from '~/home'
import { totalOf } from '~/ui/format'
import { readTrend } from './trend'

const today = () => ({ date_from: new Date().toISOString().slice(0, 10) })
const failedToday = () => ({ ...today(), status: 'error' as const })

const read = async (
  field: 'count' | 'errors',
  filter: ReturnType<typeof today>,
  signal: AbortSignal,
) => {
  const query = { ...SMALLEST_PAGE, ...filter }
  const call = api.GET('/api/v1/audit_logs', { params: { query }, signal })
  const [value, trend] = await Promise.all([totalOf(call), readTrend(field, signal)])
  return { value, trend }
}

export default defineHome({
  figures: [
    {
      order: 60,
      label: 'Events today',
      definition: 'Audit log entries since midnight UTC.',
      to: '/audit_logs',
      search: today,
      needs: 'audit_logs.read',
      key: ['audit_logs', 'today', 'count'],
      read: (signal) => read('count', today(), signal),
    },
    {
      order: 70,
      label: 'Failures today',
      definition: 'Audit log entries since midnight UTC whose outcome is an error.',
      to: '/audit_logs',
      search: failedToday,
      needs: 'audit_logs.read',
      key: ['audit_logs', 'failed', 'count'],
      read: (signal) => read('errors', failedToday(), signal),
    },
  ],
})
