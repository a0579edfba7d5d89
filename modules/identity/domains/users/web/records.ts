import { IconUser } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'

const userRecords: Records = {
  order: 10,
  label: 'Users',
  to: '/users/$id',
  icon: IconUser,
  needs: 'users.read',
  key: 'users',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/users', { params: { query }, signal }))
    return data.map(({ id, name, email }) => ({ id, label: name, description: email }))
  },
}

export default [userRecords]
