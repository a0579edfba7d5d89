import { IconStack2 } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Jobs of this installation: queues, dead letters and schedules. */
export default defineFeature({
  pages: [
    {
      path: '/admin/jobs',
      component: lazy(() => import('./JobsOverviewPage'), 'JobsOverviewPage'),
      needs: 'admin.jobs.read',
    },
    {
      path: '/admin/jobs/all',
      component: lazy(() => import('./JobsPage'), 'JobsPage'),
      needs: 'admin.jobs.read',
    },
    {
      path: '/admin/jobs/dead_letters',
      component: lazy(() => import('./DeadLettersPage'), 'DeadLettersPage'),
      needs: 'admin.jobs.read',
    },
    {
      path: '/admin/jobs/schedules',
      component: lazy(() => import('./SchedulesPage'), 'SchedulesPage'),
      needs: 'admin.jobs.read',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 50,
      label: 'Jobs',
      keywords: ['queues', 'dead letters', 'schedules'],
      to: '/admin/jobs',
      icon: IconStack2,
      key: 'j',
      needs: 'admin.jobs.read',
    },
  ],
  health: [{ order: 20, part: 'queue', label: 'Job queue', to: '/admin/jobs' }],
})
