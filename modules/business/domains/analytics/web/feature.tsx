import { IconChartHistogram, IconReportMoney } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Recurring revenue of all accounts, for the seller. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/business',
      component: lazy(() => import('./BusinessOverviewPage'), 'BusinessOverviewPage'),
      needs: ['analytics.read', 'admin.analytics.read'],
      docs: 'analytics',
    },
    {
      path: '/analytics',
      component: lazy(() => import('./AnalyticsPage'), 'AnalyticsPage'),
      needs: ['analytics.read', 'admin.analytics.read'],
      docs: 'analytics',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 1,
      label: 'Business overview',
      keywords: ['revenue', 'mrr', 'arr', 'dashboard'],
      to: '/business',
      icon: IconReportMoney,
      key: 'O',
      needs: 'admin.analytics.read',
    },
    {
      group: 'Business',
      order: 2,
      label: 'Analytics',
      keywords: ['metrics', 'churn', 'cohorts', 'growth', 'retention'],
      to: '/analytics',
      icon: IconChartHistogram,
      key: 'A',
      needs: 'admin.analytics.read',
    },
  ],
})
