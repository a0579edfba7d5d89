import { IconCash } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The payments of the account, and those of all accounts for the seller. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/billing/payments/$id',
      component: lazy(() => import('./PaymentPage'), 'PaymentPage'),
      needs: 'payments.read',
      docs: 'billing',
    },
    {
      path: '/admin/payments',
      component: lazy(() => import('./AdminPaymentsPage'), 'AdminPaymentsPage'),
      needs: 'admin.payments.read',
      docs: 'billing',
    },
    {
      path: '/admin/payments/suspense',
      component: lazy(() => import('./AdminPaymentsPage'), 'SuspensePage'),
      needs: 'admin.payments.read',
      docs: 'billing',
    },
    {
      path: '/admin/payments/$id',
      component: lazy(() => import('./AdminPaymentPage'), 'AdminPaymentPage'),
      needs: 'admin.payments.read',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 31,
      label: 'Payments',
      keywords: ['billing', 'charges', 'suspense', 'declined', 'refund'],
      to: '/admin/payments',
      icon: IconCash,
      key: 'Y',
      needs: 'admin.payments.read',
    },
  ],
  sections: [
    {
      page: '/billing',
      name: 'payments',
      order: 20,
      component: lazy(() => import('./RecentPayments'), 'RecentPayments'),
      needs: 'payments.read',
    },
  ],
})
