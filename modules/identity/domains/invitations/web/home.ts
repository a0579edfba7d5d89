import { api, countRows, SMALLEST_PAGE } from '~/api'
import { defineHome } from '~/home'

export default defineHome({
  steps: [
    {
      order: 30,
      label: 'Invite someone',
      reason: 'Each person gets a sign-in of their own, with the roles they need.',
      needs: ['invitations.read', 'invitations.create'],
      to: '/invitations',
      search: { new: '1' },
      key: ['invitations', 'list', 'any'],
      done: async (signal, { permissions }) => {
        const params = { query: SMALLEST_PAGE }
        if (await countRows(api.GET('/api/v1/invitations', { params, signal }))) return true
        if (!permissions.includes('users.read')) return false
        return (await countRows(api.GET('/api/v1/users', { params, signal }))) > 1
      },
    },
  ],
})
