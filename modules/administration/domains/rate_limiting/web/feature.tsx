import { IconGauge } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Rate limits and violations of them. */
export default defineFeature({
  pages: [
    {
      path: '/admin/rate_limiting',
      component: lazy(() => import('./RateLimitingPage'), 'RateLimitingPage'),
      needs: 'admin.rate_limiting.read',
      docs: 'rate_limits',
    },
    {
      path: '/admin/rate_limiting/violations',
      component: lazy(() => import('./ViolationsPage'), 'ViolationsPage'),
      needs: 'admin.rate_limiting.read',
      docs: 'rate_limits',
    },
    {
      path: '/admin/rate_limiting/accounts',
      component: lazy(() => import('./RateLimitedAccountsPage'), 'RateLimitedAccountsPage'),
      needs: 'admin.rate_limiting.read',
      docs: 'rate_limits',
    },
    {
      path: '/admin/rate_limiting/settings',
      component: lazy(() => import('./RateLimitSettingsPage'), 'RateLimitSettingsPage'),
      needs: 'admin.rate_limiting.read',
      docs: 'rate_limits',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 60,
      label: 'Rate limits',
      to: '/admin/rate_limiting',
      icon: IconGauge,
      key: 'q',
      needs: 'admin.rate_limiting.read',
    },
  ],
})
