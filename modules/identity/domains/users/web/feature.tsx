import { IconUser, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { api, countRows, SMALLEST_PAGE } from '~/api'
import { defineFeature } from '~/feature'
import { formatCount, totalOf } from '~/ui/format'

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
  figures: [
    {
      order: 10,
      label: 'Users',
      definition: 'Users of this account, with any status.',
      to: '/users',
      needs: 'users.read',
      key: ['users', 'list', 'count'],
      count: (signal) =>
        totalOf(api.GET('/api/v1/users', { params: { query: SMALLEST_PAGE }, signal })),
    },
  ],
  attention: [
    {
      order: 80,
      needs: 'users.read',
      key: ['users', 'list', 'suspended', 'count'],
      check: async (signal) => {
        const query = { ...SMALLEST_PAGE, status: 'suspended' } as const
        const count = await countRows(api.GET('/api/v1/users', { params: { query }, signal }))
        if (count === 0) return null
        return {
          text: count === 1 ? '1 user is suspended.' : `${formatCount(count)} users are suspended.`,
          link: 'Review',
          to: '/users',
          search: { status: 'suspended' },
        }
      },
    },
  ],
})
