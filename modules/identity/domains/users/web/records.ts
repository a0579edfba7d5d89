import { api, reply } from '~/api'
import type { RecordSource } from '~/feature'

export const userRecords: RecordSource = {
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/users', { params: { query }, signal }))
    return data.map(({ id, name, email }) => ({ id, label: name, description: email }))
  },
}
