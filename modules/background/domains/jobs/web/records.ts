import { api, data } from '~/api'
import type { RecordSource } from '~/feature'

/** Found by id, as a job has no other name. */
export const jobRecords: RecordSource = {
  get: async (id, signal) => {
    const params = { path: { id } }
    const { job_type, queue } = await data(api.GET('/api/v1/admin/jobs/{id}', { params, signal }))
    return { id, label: job_type, description: queue, search: { job: id } }
  },
}
