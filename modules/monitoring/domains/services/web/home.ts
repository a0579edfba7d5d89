import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'

export default defineHome({
  attention: [
    {
      order: 30,
      needs: 'admin.services.read',
      key: ['services', 'list', 'down'],
      channel: { name: 'ServiceChannel' },
      explains: 'services',
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, state: 'down' } as const
        return rowsNotice(api.GET('/api/v1/admin/services', { params: { query }, signal }), {
          urgency: 'critical',
          one: 'service is down',
          many: 'services are down',
          link: 'Open services',
          to: '/admin/services',
          search: { state: 'down' },
        })
      },
    },
  ],
})
