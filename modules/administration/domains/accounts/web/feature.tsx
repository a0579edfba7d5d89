import { IconBuilding } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Every account of this installation. */
export default defineFeature({
  pages: [
    {
      path: '/admin/accounts',
      component: lazy(() => import('./AdminAccountsPage'), 'AdminAccountsPage'),
      needs: 'admin.accounts.read',
    },
    {
      path: '/admin/accounts/$id',
      component: lazy(() => import('./AdminAccountPage'), 'AdminAccountPage'),
      needs: 'admin.accounts.read',
      sectionsInTab: true,
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 20,
      label: 'Accounts',

      to: '/admin/accounts',
      icon: IconBuilding,
      key: 'c',
      needs: 'admin.accounts.read',
    },
  ],
})
