import { IconHeartbeat } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { Records } from '~/feature'

const serviceRecords: Records = {
  order: 165,
  label: 'Services',
  to: '/admin/services/$id',
  icon: IconHeartbeat,
  needs: 'admin.services.read',
  key: 'services',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/admin/services', { params: { query }, signal }))
    return data.map(({ id, name, description }) => ({
      id,
      label: name,
      description: description ?? '',
    }))
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    const { name, description } = await data(
      api.GET('/api/v1/admin/services/{id}', { params, signal }),
    )
    return { id, label: name, description: description ?? '' }
  },
}

export default [serviceRecords]
