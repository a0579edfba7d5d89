import { IconGavel } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Payments that customers dispute with their bank. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/admin/disputes',
      component: lazy(() => import('./DisputesPage'), 'DisputesPage'),
      needs: 'admin.payments.read',
      docs: 'billing',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 33,
      label: 'Disputes',
      keywords: ['chargebacks', 'billing', 'payments'],
      to: '/admin/disputes',
      icon: IconGavel,
      key: 'U',
      needs: 'admin.payments.read',
    },
  ],
})
