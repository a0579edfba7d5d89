import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'

export default defineHome({
  attention: [
    {
      order: 35,
      needs: 'admin.workers.read',
      key: ['workers', 'list', 'offline'],
      explains: 'worker',
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, status: 'active', online: false } as const
        return rowsNotice(api.GET('/api/v1/workers', { params: { query }, signal }), {
          urgency: 'high',
          one: 'worker has not called within the last two minutes',
          many: 'workers have not called within the last two minutes',
          link: 'Open workers',
          to: '/admin/workers',
          search: { status: 'active', online: 'false' },
        })
      },
    },
  ],
})
