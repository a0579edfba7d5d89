import { IconSailboat } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'

const boatRecords: Records = {
  order: 40,
  label: 'Boats',
  to: '/boats/$id',
  icon: IconSailboat,
  needs: 'boats.read',
  key: 'boats',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/boats', { params: { query }, signal }))
    return data.map(({ id, name, status }) => ({ id, label: name, description: status }))
  },
}

export default [boatRecords]
