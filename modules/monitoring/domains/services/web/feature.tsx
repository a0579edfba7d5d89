import { IconHeartbeat } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
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
  health: [{ order: 70, part: 'services', label: 'Monitored services', to: '/admin/services' }],
})
