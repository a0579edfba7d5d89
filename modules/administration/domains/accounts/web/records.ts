import { api, reply } from '~/api'
import type { RecordSource } from '~/feature'

export const accountRecords: RecordSource = {
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const path = '/api/v1/admin_settings/accounts'
    const { data } = await reply(api.GET(path, { params: { query }, signal }))
    return data.map(({ id, name, subdomain }) => ({
      id,
      label: name,
      description: subdomain,
      search: { search: subdomain },
    }))
  },
}
