import { IconHeartbeat } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { api, countRows, SMALLEST_PAGE } from '~/api'
import { defineFeature } from '~/feature'

/** Monitored services, and the status page. */
export default defineFeature({
  pages: [
    {
      path: '/admin/services',
      component: lazy(() => import('./ServicesPage'), 'ServicesPage'),
      needs: 'admin.services.read',
      docs: 'services',
    },
    {
      path: '/admin/services/$id',
      component: lazy(() => import('./ServicePage'), 'ServicePage'),
      needs: 'admin.services.read',
      docs: 'services',
    },
    { path: '/status', component: lazy(() => import('./StatusPage'), 'StatusPage'), public: true },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 70,
      label: 'Services',
      keywords: ['monitoring', 'uptime', 'status page'],
      to: '/admin/services',
      icon: IconHeartbeat,
      key: 'f',
      needs: 'admin.services.read',
    },
  ],
  creates: [
    {
      order: 80,
      label: 'Add service',

      to: '/admin/services',
      icon: IconHeartbeat,
      needs: 'admin.services.create',
    },
  ],
  attention: [
    {
      order: 40,
      needs: 'admin.services.read',
      key: ['services', 'list', 'down', 'count'],
      check: async (signal) => {
        const query = { ...SMALLEST_PAGE, state: 'down' } as const
        const count = await countRows(
          api.GET('/api/v1/admin/services', { params: { query }, signal }),
        )
        if (count === 0) return null
        return {
          text: count === 1 ? 'One service is down.' : `${count} services are down.`,
          link: 'Open services',
          to: '/admin/services',
          search: { state: 'down' },
        }
      },
    },
  ],
})
