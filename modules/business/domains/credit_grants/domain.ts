import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { allCreditGrants, creditGrants } from './routes.ts'

export default defineDomain({
  name: 'credit_grants',
  tables: ['credit_grants', 'credit_uses', 'credit_expiries'],
  contract,
  routes: [creditGrants, allCreditGrants],
  keeps: async (ctx) => {
    const grant = await ctx.own('credit_grants').select().select('id').limit(1).executeTakeFirst()
    return grant !== undefined
  },
  examples: {
    credit_grants: ({ admin, owner }) =>
      admin.post('/admin/credit_grants', {
        ...{ account_id: owner.accountId, amount_cents: 100, reason: 'Sorry for the outage' },
      }),
  },
})
