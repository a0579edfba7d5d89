import { IconFileText } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The log of servers and workers. */
export default defineFeature({
  pages: [
    {
      path: '/admin/logs',
      component: lazy(() => import('./LogsPage'), 'LogsPage'),
      needs: 'admin.system_logs.read',
      docs: 'observability',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 90,
      label: 'Logs',

      to: '/admin/logs',
      icon: IconFileText,
      key: 'l',
      needs: 'admin.system_logs.read',
    },
  ],
})
