import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The discounts of one subscription. */
export default defineFeature({
  module: 'business',
  sections: [
    {
      page: '/subscriptions/$id',
      name: 'subscription_discounts',
      order: 10,
      component: lazy(() => import('./Discounts'), 'Discounts'),
      needs: 'admin.subscription_discounts.read',
    },
  ],
})
