import { IconPackage } from '@tabler/icons-react'
import { api, LARGEST_PAGE, reply } from '~/api'
import type { Records } from '~/feature'

/** There are few plans, so all are loaded and searched in the browser. */
const planRecords: Records = {
  order: 130,
  label: 'Plans',
  to: '/plans/$id',
  icon: IconPackage,
  needs: 'admin.plans.update',
  key: 'plans',
  find: async (search, signal) => {
    const text = search.toLowerCase()
    const path = '/api/v1/plans'
    const { data } = await reply(api.GET(path, { params: { query: LARGEST_PAGE }, signal }))
    return data
      .filter(({ id, name, slug }) => id === text || `${name} ${slug}`.toLowerCase().includes(text))
      .map(({ id, name, slug }) => ({ id, label: name, description: slug }))
  },
}

export default [planRecords]
