import { api, reply } from '~/api'
import type { RecordSource } from '~/feature'

export const subscriptionRecords: RecordSource = {
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const path = '/api/v1/admin/subscriptions'
    const { data } = await reply(api.GET(path, { params: { query }, signal }))
    return data.map(({ id, account, plan }) => ({
      id,
      label: account.name,
      description: plan.name,
      search: { search: id },
    }))
  },
}
