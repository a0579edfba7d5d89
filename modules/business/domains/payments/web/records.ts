import { IconCash } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'
import { formatMoney } from '~/ui/format'
import { stateLabel } from '~/ui/states/states'
import { purposeOf } from './words'

const paymentRecords: Records = {
  order: 146,
  label: 'Payments of all accounts',
  to: '/admin/payments/$id',
  icon: IconCash,
  needs: 'admin.payments.read',
  key: 'payments',
  find: async (search, signal) => {
    const params = { query: { search, per_page: 5 } }
    const { data } = await reply(api.GET('/api/v1/admin/payments', { params, signal }))
    return data.map((payment) => ({
      id: payment.id,
      label: `${formatMoney(payment.amount_cents, payment.currency)}, ${purposeOf(payment)}`,
      description: `${payment.account.name}, ${stateLabel(payment.status).toLowerCase()}`,
    }))
  },
}

export default [paymentRecords]
