import { IconScale } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Comparisons of payments with what the payment gateways list. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/admin/reconciliation',
      component: lazy(() => import('./ReconciliationPage'), 'ReconciliationPage'),
      needs: 'admin.reconciliation.read',
      docs: 'reconciliation',
    },
    {
      path: '/admin/reconciliation/$id',
      component: lazy(() => import('./ComparisonPage'), 'ComparisonPage'),
      needs: 'admin.reconciliation.read',
      docs: 'reconciliation',
    },
    {
      path: '/admin/reconciliation/differences',
      component: lazy(() => import('./DifferencesPage'), 'DifferencesPage'),
      needs: 'admin.reconciliation.read',
      docs: 'reconciliation',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 50,
      label: 'Reconciliation',
      keywords: ['compare', 'stripe', 'paypal', 'differences', 'duplicate'],
      to: '/admin/reconciliation',
      icon: IconScale,
      key: 'N',
      needs: 'admin.reconciliation.read',
    },
  ],
})
