import { defineDomain } from '@powernode/server/platform/module.ts'
import { tags } from './routes.ts'

export default defineDomain({
  name: 'kb_tags',
  tables: ['kb_tags', 'kb_article_tags'],
  routes: [tags],
  examples: {
    tags: async ({ owner, id }) => {
      await id('articles')
      return owner.first('/kb/tags?admin=true')
    },
  },
})
