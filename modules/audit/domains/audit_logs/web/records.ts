import { api, data } from '~/api'
import type { RecordSource } from '~/feature'

/** Found by id. The page of the audit log searches everything else. */
export const auditLogRecords: RecordSource = {
  get: async (id, signal) => {
    const params = { path: { id } }
    const entry = await data(api.GET('/api/v1/audit_logs/{id}', { params, signal }))
    return { id, label: entry.action, description: entry.resource_type }
  },
}
