import { IconListDetails } from '@tabler/icons-react'
import { api, data } from '~/api'
import type { Records } from '~/feature'

/** Found by id. The page of the audit log searches everything else. */
const auditLogRecords: Records = {
  order: 60,
  label: 'Audit log',
  to: '/audit_logs/$id',
  icon: IconListDetails,
  needs: 'audit_logs.read',
  key: 'audit_logs',
  get: async (id, signal) => {
    const params = { path: { id } }
    const entry = await data(api.GET('/api/v1/audit_logs/{id}', { params, signal }))
    return { id, label: entry.action, description: entry.resource_type }
  },
}

export default [auditLogRecords]
