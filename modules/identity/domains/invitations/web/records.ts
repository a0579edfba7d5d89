import { IconMailPlus } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'

const invitationRecords: Records = {
  order: 15,
  label: 'Invitations',
  to: '/invitations',
  icon: IconMailPlus,
  needs: 'invitations.read',
  key: 'invitations',
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

export default [invitationRecords]
