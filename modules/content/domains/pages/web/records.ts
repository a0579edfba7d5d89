import { IconArticle } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'

const pageRecords: Records = {
  order: 45,
  label: 'Pages',
  to: '/pages/$id',
  icon: IconArticle,
  needs: 'pages.read',
  key: 'pages',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/admin/pages', { params: { query }, signal }))
    return data.map(foundPage)
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    return foundPage(await data(api.GET('/api/v1/admin/pages/{id}', { params, signal })))
  },
}

const foundPage = ({
  id,
  title,
  slug,
}: {
  id: string
  title: string
  slug: string
}): FoundRecord => ({
  id,
  label: title,
  description: `/p/${slug}`,
})

export default [pageRecords]
