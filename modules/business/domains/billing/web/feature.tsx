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
      docs: 'billing',
    },
    {
      path: '/billing/history',
      component: lazy(() => import('./HistoryPage'), 'HistoryPage'),
      needs: 'billing.read',
      docs: 'billing',
    },
  ],
  sections: [
    {
      page: '/admin/accounts/$id',
      name: 'billing',
      order: 40,
      component: lazy(() => import('./AccountTax'), 'AccountTax'),
      needs: 'admin.billing_profiles.read',
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 45,
      label: 'Billing',
      keywords: ['invoices', 'address', 'tax', 'credit', 'history', 'refunds'],
      to: '/billing',
      icon: IconCreditCard,
      key: 'L',
      needs: 'billing.read',
    },
  ],
})
