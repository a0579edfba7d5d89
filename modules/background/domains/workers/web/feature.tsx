import { IconServer2 } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

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
      to: '/admin/workers',
      icon: IconServer2,
      needs: 'admin.workers.create',
    },
  ],
  health: [{ order: 30, part: 'worker', label: 'Workers', to: '/admin/workers' }],
})
