import { IconReceipt } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Subscriptions of all accounts, and the plan on the pages of an account and of a plan. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/subscriptions',
      component: lazy(() => import('./SubscriptionsPage'), 'SubscriptionsPage'),
      needs: 'admin.subscriptions.read',
      docs: 'billing',
    },
    {
      path: '/subscriptions/$id',
      component: lazy(() => import('./SubscriptionPage'), 'SubscriptionPage'),
      needs: 'admin.subscriptions.read',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 20,
      label: 'Subscriptions',
      keywords: ['billing'],
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
    {
      page: '/admin/accounts/$id',
      name: 'subscriptions',
      order: 10,
      component: lazy(() => import('./AccountPlan'), 'AccountPlan'),
      needs: 'admin.subscriptions.read',
    },
    {
      page: '/plans/$id',
      name: 'subscriptions',
      order: 10,
      component: lazy(() => import('./PlanSubscribers'), 'PlanSubscribers'),
      needs: 'admin.subscriptions.read',
    },
  ],
})
