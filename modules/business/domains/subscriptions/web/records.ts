import { IconReceipt } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'

const subscriptionRecords: Records = {
  order: 140,
  label: 'Subscriptions',
  to: '/subscriptions/$id',
  icon: IconReceipt,
  needs: 'admin.subscriptions.read',
  key: 'subscriptions',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const path = '/api/v1/admin/subscriptions'
    const { data } = await reply(api.GET(path, { params: { query }, signal }))
    return data.map(({ id, account, plan }) => ({
      id,
      label: account.name,
      description: plan.name,
    }))
  },
}

export default [subscriptionRecords]
