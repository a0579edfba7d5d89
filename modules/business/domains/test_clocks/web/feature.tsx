import { IconClockPlay } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Accounts whose billing is moved forward in time. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/admin/test_clocks',
      component: lazy(() => import('./TestClocksPage'), 'TestClocksPage'),
      needs: 'admin.test_clocks.read',
      docs: 'billing',
    },
    {
      path: '/admin/test_clocks/$id',
      component: lazy(() => import('./TestClockPage'), 'TestClockPage'),
      needs: 'admin.test_clocks.read',
      docs: 'billing',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 36,
      label: 'Test clocks',
      keywords: ['time', 'renewals', 'dunning', 'simulate'],
      to: '/admin/test_clocks',
      icon: IconClockPlay,
      key: 'T',
      needs: 'admin.test_clocks.read',
    },
  ],
  sections: [
    {
      page: '/admin/accounts/$id',
      name: 'test_clocks',
      order: 20,
      component: lazy(() => import('./AccountClock'), 'AccountClock'),
      needs: 'admin.test_clocks.read',
    },
  ],
  notices: [
    {
      order: 20,
      name: 'test_clock',
      pages: ['/billing', '/invoices', '/settings/account'],
      component: lazy(() => import('./BillingTimeNotice'), 'BillingTimeNotice'),
      needs: 'billing.read',
    },
  ],
})
