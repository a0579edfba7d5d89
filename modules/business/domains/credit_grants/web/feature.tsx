import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The credit of an account, for itself and for administrators. */
export default defineFeature({
  module: 'business',
  sections: [
    {
      page: '/billing',
      name: 'credit_grants',
      order: 5,
      component: lazy(() => import('./UsableCredit'), 'UsableCredit'),
      needs: 'billing.read',
    },
    {
      page: '/admin/accounts/$id',
      name: 'credit_grants',
      order: 30,
      component: lazy(() => import('./AccountCredit'), 'AccountCredit'),
      needs: 'admin.credit_grants.read',
    },
  ],
})
