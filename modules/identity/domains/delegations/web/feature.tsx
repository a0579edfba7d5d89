import { IconUserShare } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Access of users of other accounts to this one. */
export default defineFeature({
  pages: [
    {
      path: '/delegations',
      component: lazy(() => import('./DelegationsPage'), 'DelegationsPage'),
      needs: 'delegations.read',
      docs: 'security',
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 40,
      label: 'Delegations',

      to: '/delegations',
      icon: IconUserShare,
      key: 'd',
      needs: 'delegations.read',
    },
  ],
  creates: [
    {
      order: 50,
      label: 'Delegate access',

      to: '/delegations',
      icon: IconUserShare,
      needs: 'delegations.create',
    },
  ],
})
