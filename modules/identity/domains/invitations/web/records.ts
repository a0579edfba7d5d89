import { api, reply } from '~/api'
import type { RecordSource } from '~/feature'

export const invitationRecords: RecordSource = {
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/invitations', { params: { query }, signal }))
    return data.map(({ id, email, name }) => ({
      id,
      label: email,
      description: name ?? '',
      search: { search: email },
    }))
  },
}
