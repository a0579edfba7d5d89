import { IconBook2 } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'

const articleRecords: Records = {
  order: 48,
  label: 'Articles',
  to: '/kb_articles/$id',
  icon: IconBook2,
  needs: 'kb_articles.read',
  key: 'kb_articles',
  find: async (search, signal) => {
    const query = { search, admin: true, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/kb/articles', { params: { query }, signal }))
    return data.map(foundArticle)
  },
  get: async (key, signal) => {
    const params = { path: { key }, query: { admin: true } }
    return foundArticle(await data(api.GET('/api/v1/kb/articles/{key}', { params, signal })))
  },
}

const foundArticle = ({
  id,
  title,
  category,
}: {
  id: string
  title: string
  category: { name: string }
}): FoundRecord => ({ id, label: title, description: category.name })

export default [articleRecords]
