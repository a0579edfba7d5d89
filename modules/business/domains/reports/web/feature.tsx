import { IconReport } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Reports and their schedules. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/reports',
      component: lazy(() => import('./ReportsPage'), 'ReportsPage'),
      needs: 'reports.read',
      docs: 'reports',
    },
    {
      path: '/reports/scheduled',
      component: lazy(() => import('./ScheduledReportsPage'), 'ScheduledReportsPage'),
      needs: 'reports.read',
      docs: 'reports',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 40,
      label: 'Reports',
      keywords: ['exports', 'csv', 'pdf', 'download'],
      to: '/reports',
      icon: IconReport,
      key: 'R',
      needs: 'reports.read',
    },
  ],
  creates: [
    {
      order: 110,
      label: 'New report',
      keywords: ['export', 'csv', 'pdf'],
      to: '/reports',
      icon: IconReport,
      needs: 'reports.create',
    },
  ],
})
