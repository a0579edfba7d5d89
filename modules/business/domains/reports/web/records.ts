import { IconReport } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'
import { stateLabel } from '~/ui/states/states'

const reportRecords: Records = {
  order: 57,
  label: 'Reports',
  to: '/reports',
  icon: IconReport,
  needs: 'reports.read',
  key: 'reports',
  find: async (search, signal) => {
    const params = { query: { search, per_page: 5 } }
    const { data } = await reply(api.GET('/api/v1/reports/requests', { params, signal }))
    return data.map(({ id, name, status, format }) => ({
      id,
      label: name,
      description: `${format.toUpperCase()}, ${stateLabel(status).toLowerCase()}`,
      search: { search: id },
    }))
  },
}

export default [reportRecords]
