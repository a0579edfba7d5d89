import { IconUsersGroup } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Users of all accounts of this installation. */
export default defineFeature({
  pages: [
    {
      path: '/admin/users',
      component: lazy(() => import('./AdminUsersPage'), 'AdminUsersPage'),
      needs: 'admin.users.read',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 30,
      label: 'All users',

      to: '/admin/users',
      icon: IconUsersGroup,
      key: 'b',
      needs: 'admin.users.read',
    },
  ],
})
