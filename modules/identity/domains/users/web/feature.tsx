import { IconUser, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Users of the account, and the profile of the signed-in user. */
export default defineFeature({
  pages: [
    {
      path: '/users',
      component: lazy(() => import('./UsersPage'), 'UsersPage'),
      needs: 'users.read',
    },
    {
      path: '/users/$id',
      component: lazy(() => import('./UserPage'), 'UserPage'),
      needs: 'users.read',
    },
    { path: '/profile', component: lazy(() => import('./ProfilePage'), 'ProfilePage') },
  ],
  navigation: [
    {
      group: 'Account',
      order: 10,
      label: 'Users',
      keywords: ['team'],
      to: '/users',
      icon: IconUsers,
      key: 'u',
      needs: 'users.read',
    },
  ],
  personal: [
    {
      order: 10,
      label: 'Profile',
      keywords: ['my account', 'change password'],
      to: '/profile',
      icon: IconUser,
      key: 'p',
    },
  ],
  creates: [
    {
      order: 10,
      label: 'Add user',
      keywords: ['member'],
      to: '/users',
      icon: IconUserPlus,
      needs: 'users.create',
    },
  ],
})
