import { IconReceiptRefund } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'
import { formatMoney } from '~/ui/format'

const refundRecords: Records = {
  order: 147,
  label: 'Refunds',
  to: '/admin/refunds',
  icon: IconReceiptRefund,
  needs: 'admin.payments.read',
  key: 'refunds',
  find: async (search, signal) => {
    const params = { query: { search, per_page: 5 } }
    const { data } = await reply(api.GET('/api/v1/admin/refunds', { params, signal }))
    return data.map(({ id, account, invoice, amount_cents, currency, reason }) => ({
      id,
      label: `${formatMoney(amount_cents, currency)} to ${account.name}`,
      description: [invoice?.invoice_number, reason].filter(Boolean).join(', '),
      search: { search: id },
    }))
  },
}

export default [refundRecords]
