import { IconShieldLock, IconShieldPlus } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Roles of the account and their permissions. */
export default defineFeature({
  pages: [
    {
      path: '/roles',
      component: lazy(() => import('./RolesPage'), 'RolesPage'),
      needs: 'roles.read',
    },
    {
      path: '/roles/$id',
      component: lazy(() => import('./RolePage'), 'RolePage'),
      needs: 'roles.read',
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 30,
      label: 'Roles',
      to: '/roles',
      icon: IconShieldLock,
      key: 'r',
      needs: 'roles.read',
    },
  ],
  creates: [
    {
      order: 30,
      label: 'Create role',
      to: '/roles',
      icon: IconShieldPlus,
      needs: 'roles.create',
    },
  ],
})
