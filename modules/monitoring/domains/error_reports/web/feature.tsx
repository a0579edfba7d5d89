import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The distinct errors of servers and workers, opened from the log. */
export default defineFeature({
  pages: [
    {
      path: '/admin/logs/errors',
      component: lazy(() => import('./ErrorReportsPage'), 'ErrorReportsPage'),
      needs: 'admin.error_reports.read',
      docs: 'observability',
    },
  ],
})
