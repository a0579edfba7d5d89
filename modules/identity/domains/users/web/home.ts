import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'
import { queryClient } from '~/session'
import { monthTrend } from '~/trend'
import { totalOf } from '~/ui/format'
import { limitNotice } from '~/usage'
import { userStatsQuery } from './queries'

export default defineHome({
  attention: [
    {
      order: 10,
      key: ['me', 'email'],
      check: async (_, { email, email_verified, impersonator }) =>
        email_verified || impersonator
          ? null
          : {
              urgency: 'medium',
              text: `Your email address ${email} is not confirmed.`,
              link: 'Open profile',
              to: '/profile',
            },
    },
    {
      order: 110,
      needs: 'users.read',
      key: ['users', 'list', 'locked'],
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, locked: true }
        return rowsNotice(api.GET('/api/v1/users', { params: { query }, signal }), {
          urgency: 'medium',
          one: 'user is locked out after failed sign-ins',
          many: 'users are locked out after failed sign-ins',
          link: 'Review',
          to: '/users',
          search: { locked: 'true' },
        })
      },
    },
    {
      order: 120,
      needs: ['users.read', 'accounts.read'],
      key: ['users', 'list', 'limit'],
      check: () => limitNotice('max_users', 'users', { to: '/users' }),
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
      read: async (signal) => {
        const call = api.GET('/api/v1/users', { params: { query: SMALLEST_PAGE }, signal })
        return { value: await totalOf(call) }
      },
    },
    {
      order: 20,
      label: 'New users, 30 days',
      definition: 'Users who were added or joined in the last 30 days.',
      to: '/users',
      search: () => ({ sort: '-created_at' }),
      needs: 'users.read',
      key: ['users', 'list', 'new'],
      read: async () => {
        const { created_by_day } = await queryClient.fetchQuery(userStatsQuery)
        const trend = monthTrend(created_by_day.map(({ count }) => count))
        return { value: trend.now, trend }
      },
    },
  ],
  steps: [
    {
      order: 10,
      label: 'Confirm your email address',
      reason: 'So that you can reset your password and get notifications.',
      to: '/profile',
      key: ['me', 'email', 'confirmed'],
      done: async (_, { email_verified }) => email_verified,
    },
  ],
})
