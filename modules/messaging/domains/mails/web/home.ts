import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, ofLastWeek, rowsNotice } from '~/home'

const PATH = '/api/v1/admin/mails'

export default defineHome({
  attention: [
    {
      order: 100,
      needs: 'admin.mails.read',
      key: ['mails', 'list', 'failed'],
      explains: 'mail',
      check: (signal) => {
        const filters = { status: 'failed' as const, ...ofLastWeek() }
        const query = { ...SMALLEST_PAGE, ...filters }
        return rowsNotice(api.GET(PATH, { params: { query }, signal }), {
          urgency: 'medium',
          one: 'email of the last 7 days could not be sent',
          many: 'emails of the last 7 days could not be sent',
          link: 'Open mailbox',
          to: '/admin/mails',
          search: filters,
        })
      },
    },
    {
      order: 150,
      needs: 'admin.mails.read',
      key: ['mails', 'list', 'deferred'],
      explains: 'mail',
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, status: 'deferred' } as const
        return rowsNotice(api.GET(PATH, { params: { query }, signal }), {
          urgency: 'low',
          one: 'email is waiting for a retry',
          many: 'emails are waiting for a retry',
          link: 'View',
          to: '/admin/mails',
          search: { status: 'deferred' },
        })
      },
    },
  ],
})
