import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'

const query = { ...SMALLEST_PAGE, suspense: true } as const

export default defineHome({
  module: 'business',
  attention: [
    {
      order: 103,
      needs: 'admin.payments.read',
      key: ['payments', 'admin', 'suspense'],
      check: (signal) =>
        rowsNotice(api.GET('/api/v1/admin/payments', { params: { query }, signal }), {
          urgency: 'high',
          one: 'payment is not what was due, and in suspense',
          many: 'payments are not what was due, and in suspense',
          link: 'Open payments',
          to: '/admin/payments/suspense',
        }),
    },
  ],
})
