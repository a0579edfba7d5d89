import { IconSpy } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Impersonations of users of the account. */
export default defineFeature({
  pages: [
    {
      path: '/impersonations',
      component: lazy(() => import('./ImpersonationsPage'), 'ImpersonationsPage'),
      needs: 'impersonations.read',
      docs: 'security',
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 50,
      label: 'Impersonations',
      to: '/impersonations',
      icon: IconSpy,
      key: 'o',
      needs: 'impersonations.read',
    },
  ],
})
