import { IconPackage } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Plans that accounts can subscribe to. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/plans',
      component: lazy(() => import('./PlansPage'), 'PlansPage'),
      needs: 'admin.plans.update',
      docs: 'billing',
    },
    {
      path: '/plans/$id',
      component: lazy(() => import('./PlanPage'), 'PlanPage'),
      needs: 'admin.plans.update',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 10,
      label: 'Plans',
      keywords: ['pricing', 'billing'],
      to: '/plans',
      icon: IconPackage,
      key: 'P',
      needs: 'admin.plans.update',
    },
  ],
})
