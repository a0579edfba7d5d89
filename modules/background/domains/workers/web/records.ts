import { IconServer2 } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { Records } from '~/feature'

const MAX_NAME_LENGTH = 50

const workerRecords: Records = {
  order: 160,
  label: 'Workers',
  to: '/admin/workers/$id',
  icon: IconServer2,
  needs: 'admin.workers.read',
  key: 'workers',
  find: async (search, signal) => {
    if (search.length > MAX_NAME_LENGTH) return []
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/workers', { params: { query }, signal }))
    return data.map(({ id, name, description }) => ({
      id,
      label: name,
      description: description ?? '',
    }))
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    const { name, description } = await data(api.GET('/api/v1/workers/{id}', { params, signal }))
    return { id, label: name, description: description ?? '' }
  },
}

export default [workerRecords]
