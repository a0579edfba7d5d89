import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'

const query = { ...SMALLEST_PAGE, status: 'overdue' } as const
const overdue = {
  one: 'invoice is overdue',
  many: 'invoices are overdue',
  link: 'Open invoices',
  search: { status: 'overdue' },
}

export default defineHome({
  module: 'business',
  attention: [
    {
      order: 46,
      needs: 'invoices.read',
      key: ['invoices', 'account', 'overdue'],
      channel: { name: 'InvoiceChannel', ofAccount: true },
      check: (signal) =>
        rowsNotice(api.GET('/api/v1/invoices', { params: { query }, signal }), {
          ...overdue,
          urgency: 'high',
          to: '/invoices',
        }),
    },
    {
      order: 106,
      needs: 'admin.invoices.read',
      key: ['invoices', 'seller', 'overdue'],
      check: (signal) =>
        rowsNotice(api.GET('/api/v1/admin/invoices', { params: { query }, signal }), {
          ...overdue,
          one: 'invoice of an account is overdue',
          many: 'invoices of accounts are overdue',
          urgency: 'medium',
          to: '/admin/invoices',
        }),
    },
  ],
})
