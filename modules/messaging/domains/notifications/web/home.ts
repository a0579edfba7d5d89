import { api, reply, SMALLEST_PAGE } from '~/api'
import { defineHome } from '~/home'
import { unreadCountOf } from './queries'

export default defineHome({
  figures: [
    {
      order: 80,
      label: 'Unread notifications',
      definition: 'Notifications that you have not read or dismissed.',
      to: '/notifications',
      search: () => ({ read: 'false' }),
      key: ['notifications', 'count'],
      read: async (signal) => {
        const params = { query: SMALLEST_PAGE }
        const page = await reply(api.GET('/api/v1/notifications', { params, signal }))
        return { value: unreadCountOf(page) }
      },
    },
  ],
})
