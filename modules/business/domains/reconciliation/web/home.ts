import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'

export default defineHome({
  module: 'business',
  attention: (['critical', 'high'] as const).map((severity, index) => ({
    order: 107 + index,
    needs: 'admin.reconciliation.read',
    key: ['reconciliation', 'flags', 'notice', severity],
    check: (signal) => {
      const search = { severity, status: 'open' } as const
      const query = { ...SMALLEST_PAGE, ...search }
      return rowsNotice(api.GET('/api/v1/reconciliation/flags', { params: { query }, signal }), {
        urgency: severity,
        one: 'difference between payments and a payment gateway is open',
        many: 'differences between payments and the payment gateways are open',
        link: 'Open differences',
        to: '/admin/reconciliation/differences',
        search,
      })
    },
  })),
})
