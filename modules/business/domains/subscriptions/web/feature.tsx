import { IconReceipt } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Subscriptions of all accounts, and the plan section of the account settings. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/subscriptions',
      component: lazy(() => import('./SubscriptionsPage'), 'SubscriptionsPage'),
      needs: 'admin.subscriptions.read',
      docs: 'billing',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 20,
      label: 'Subscriptions',
      to: '/subscriptions',
      icon: IconReceipt,
      key: 'S',
      needs: 'admin.subscriptions.read',
    },
  ],
  sections: [
    {
      page: '/settings/account',
      name: 'subscriptions',
      order: 10,
      component: lazy(() => import('./PlanSection'), 'PlanSection'),
      needs: 'subscriptions.read',
    },
  ],
})
