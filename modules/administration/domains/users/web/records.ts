import { api, reply } from '~/api'
import type { RecordSource } from '~/feature'

export const allUserRecords: RecordSource = {
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const path = '/api/v1/admin_settings/users'
    const { data } = await reply(api.GET(path, { params: { query }, signal }))
    return data.map(({ id, name, email, account }) => ({
      id,
      label: name,
      description: `${email}, ${account.name}`,
      search: { search: email },
    }))
  },
}
