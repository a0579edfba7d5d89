import { IconStack2 } from '@tabler/icons-react'
import { api, data } from '~/api'
import type { Records } from '~/feature'
import { formatCode } from '~/ui/format'

/** Found by id, as a job has no other name. */
const jobRecords: Records = {
  order: 150,
  label: 'Jobs',
  to: '/admin/jobs/all',
  icon: IconStack2,
  needs: 'admin.jobs.read',
  key: 'jobs',
  get: async (id, signal) => {
    const params = { path: { id } }
    const { job_type, queue } = await data(api.GET('/api/v1/admin/jobs/{id}', { params, signal }))
    return {
      id,
      label: formatCode(job_type),
      description: `${formatCode(queue)} queue`,
      search: { job: id },
    }
  },
}

export default [jobRecords]
