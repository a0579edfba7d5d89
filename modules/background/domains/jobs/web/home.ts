import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'

export default defineHome({
  attention: [
    {
      order: 40,
      needs: 'admin.jobs.read',
      key: ['jobs', 'list', 'dead_letters'],
      explains: 'queue',
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, queue: 'dead_letters' } as const
        return rowsNotice(api.GET('/api/v1/admin/jobs', { params: { query }, signal }), {
          urgency: 'high',
          one: 'job failed all attempts',
          many: 'jobs failed all attempts',
          link: 'Open dead letters',
          to: '/admin/jobs/dead_letters',
        })
      },
    },
  ],
})
