import { IconBuilding } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'

const accountRecords: Records = {
  order: 110,
  label: 'Accounts',
  to: '/admin/accounts/$id',
  icon: IconBuilding,
  needs: 'admin.accounts.read',
  key: 'admin_settings',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const path = '/api/v1/admin_settings/accounts'
    const { data } = await reply(api.GET(path, { params: { query }, signal }))
    return data.map(({ id, name, subdomain }) => ({
      id,
      label: name,
      description: subdomain,
    }))
  },
}

export default [accountRecords]
