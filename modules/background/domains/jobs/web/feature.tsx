import { IconStack2 } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { api, countRows, SMALLEST_PAGE } from '~/api'
import { defineFeature } from '~/feature'
import { formatCount } from '~/ui/format'

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
  attention: [
    {
      order: 70,
      needs: 'admin.jobs.read',
      key: ['jobs', 'dead_letters', 'count'],
      check: async (signal) => {
        const query = { ...SMALLEST_PAGE, queue: 'dead_letters' } as const
        const count = await countRows(api.GET('/api/v1/admin/jobs', { params: { query }, signal }))
        if (count === 0) return null
        return {
          text:
            count === 1
              ? '1 job failed all attempts.'
              : `${formatCount(count)} jobs failed all attempts.`,
          link: 'Open dead letters',
          to: '/admin/jobs/dead_letters',
        }
      },
    },
  ],
})
