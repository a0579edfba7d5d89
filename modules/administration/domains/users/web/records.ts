import { IconUsersGroup } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'

const allUserRecords: Records = {
  order: 120,
  label: 'All users',
  to: '/admin/users',
  icon: IconUsersGroup,
  needs: 'admin.users.read',
  key: 'admin_settings',
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

export default [allUserRecords]
