import { IconCreditCard } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** What the account owes and paid. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/billing',
      component: lazy(() => import('./BillingPage'), 'BillingPage'),
      needs: 'billing.read',
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 45,
      label: 'Billing',
      to: '/billing',
      icon: IconCreditCard,
      key: 'L',
      needs: 'billing.read',
    },
  ],
})
