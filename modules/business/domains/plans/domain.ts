import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { plans, publicPlans } from './routes.ts'

export default defineDomain({
  name: 'plans',
  tables: ['plans'],
  contract,
  routes: [publicPlans, plans],
  names: { plan: { rows: (ctx) => ctx.db.selectFrom('plans').select(['id', 'name']) } },
  examples: {
    plans: ({ admin, owner }) =>
      admin.post('/plans', {
        name: `Plan of ${owner.id}`,
        price_cents: 0,
        limits: { max_users: 999, max_api_keys: 999, max_webhooks: 999 },
      }),
  },
})
