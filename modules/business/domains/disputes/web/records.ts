import { IconGavel } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'
import { formatCode, formatMoney } from '~/ui/format'

const disputeRecords: Records = {
  order: 148,
  label: 'Disputes',
  to: '/admin/disputes',
  icon: IconGavel,
  needs: 'admin.payments.read',
  key: 'disputes',
  find: async (search, signal) => {
    const params = { query: { search, per_page: 5 } }
    const { data } = await reply(api.GET('/api/v1/admin/disputes', { params, signal }))
    return data.map(({ id, account, invoice, amount_cents, currency, reason }) => ({
      id,
      label: `${formatMoney(amount_cents, currency)} of ${account.name}`,
      description: [invoice?.invoice_number, formatCode(reason)].filter(Boolean).join(', '),
      search: { search: id },
    }))
  },
}

export default [disputeRecords]
