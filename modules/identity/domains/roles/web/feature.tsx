import { IconShieldLock, IconShieldPlus } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature, type FoundRecord } from '~/feature'
import { rolesQuery } from '~/roles'
import { queryClient } from '~/session'

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
      keywords: ['permissions', 'access'],
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
      keywords: ['add role', 'permissions'],
      to: '/roles',
      icon: IconShieldPlus,
      needs: 'roles.create',
    },
  ],
  records: [
    {
      order: 20,
      label: 'Roles',
      to: '/roles/$id',
      icon: IconShieldLock,
      needs: 'roles.read',
      key: 'roles',
      find: findRoles,
    },
  ],
})

/** An account has few roles, so all are loaded and searched in the browser. */
async function findRoles(search: string): Promise<FoundRecord[]> {
  const roles = await queryClient.fetchQuery(rolesQuery)
  return roles
    .filter(({ id, name, display_name }) =>
      `${name} ${display_name} ${id}`.toLowerCase().includes(search.toLowerCase()),
    )
    .map(({ id, name, display_name, description }) => ({
      id,
      label: display_name,
      description: description || name,
    }))
}
