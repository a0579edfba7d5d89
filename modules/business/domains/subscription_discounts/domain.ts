import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { subscriptionDiscounts } from './routes.ts'

export default defineDomain({
  name: 'subscription_discounts',
  tables: ['subscription_discounts'],
  contract,
  routes: [subscriptionDiscounts],
  names: {
    subscription_discount: {
      rows: (ctx) =>
        ctx
          .own('subscription_discounts')
          .select()
          .select((eb) => ['id', eb.fn.coalesce('code', 'source').as('name')]),
    },
  },
  examples: {
    async subscription_discounts({ admin, id }) {
      return admin.post('/admin/subscription_discounts', {
        ...{ subscription_id: await id('subscriptions'), percent: 10 },
        reason: 'Sorry for the outage',
      })
    },
  },
})
