import { api, reply } from '~/api'
import type { RecordSource } from '~/feature'

export const boatRecords: RecordSource = {
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/boats', { params: { query }, signal }))
    return data.map(({ id, name, status }) => ({ id, label: name, description: status }))
  },
}
