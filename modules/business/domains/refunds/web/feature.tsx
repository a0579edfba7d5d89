import { IconReceiptRefund } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Money that is paid back. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/admin/refunds',
      component: lazy(() => import('./RefundsPage'), 'RefundsPage'),
      needs: 'admin.payments.read',
      docs: 'billing',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 32,
      label: 'Refunds',
      keywords: ['billing', 'payments', 'credit notes'],
      to: '/admin/refunds',
      icon: IconReceiptRefund,
      key: 'F',
      needs: 'admin.payments.read',
    },
  ],
})
