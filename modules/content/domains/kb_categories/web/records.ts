import { IconFolders } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'

const categoryRecords: Records = {
  order: 49,
  label: 'Categories',
  to: '/kb_categories',
  icon: IconFolders,
  needs: 'kb_categories.update',
  key: 'kb_categories',
  find: async (search, signal) => {
    const query = { search, admin: true, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/kb/categories', { params: { query }, signal }))
    return data.map(foundCategory)
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    return foundCategory(await data(api.GET('/api/v1/kb/categories/{id}', { params, signal })))
  },
}

const foundCategory = ({ id, name }: { id: string; name: string }): FoundRecord => ({
  id,
  label: name,
  description: 'Category of the knowledge base',
  search: { category: id },
})

export default [categoryRecords]
