import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The payments of the account. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/billing/payments/$id',
      component: lazy(() => import('./PaymentPage'), 'PaymentPage'),
      needs: 'payments.read',
      docs: 'billing',
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
