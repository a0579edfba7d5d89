import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { categories } from './routes.ts'

export default defineDomain({
  name: 'kb_categories',
  tables: ['kb_categories'],
  contract,
  routes: [categories],
  names: {
    kb_category: { rows: (ctx) => ctx.own('kb_categories').select().select(['id', 'name']) },
  },
  examples: {
    categories: ({ owner }) =>
      owner.post('/kb/categories', {
        name: 'Getting started',
        slug: `getting-started-${owner.accountId}`,
      }),
  },
})
