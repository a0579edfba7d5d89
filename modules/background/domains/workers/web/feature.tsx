import { IconServer2 } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { api, data, reply } from '~/api'
import { defineFeature } from '~/feature'

const MAX_NAME_LENGTH = 50

/** Workers of this installation. */
export default defineFeature({
  pages: [
    {
      path: '/admin/workers',
      component: lazy(() => import('./WorkersPage'), 'WorkersPage'),
      needs: 'admin.workers.read',
    },
    {
      path: '/admin/workers/$id',
      component: lazy(() => import('./WorkerPage'), 'WorkerPage'),
      needs: 'admin.workers.read',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 40,
      label: 'Workers',
      keywords: ['runners', 'processes'],
      to: '/admin/workers',
      icon: IconServer2,
      key: 'e',
      needs: 'admin.workers.read',
    },
  ],
  creates: [
    {
      order: 70,
      label: 'Register worker',
      keywords: ['add worker', 'create worker'],
      to: '/admin/workers',
      icon: IconServer2,
      needs: 'admin.workers.create',
    },
  ],
  records: [
    {
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
        const { name, description } = await data(
          api.GET('/api/v1/workers/{id}', { params, signal }),
        )
        return { id, label: name, description: description ?? '' }
      },
    },
  ],
})
