import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { billing, billingProfiles, sweepingBalances } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'billing',
  tables: ['billing_profiles'],
  contract,
  routes: [billing, billingProfiles, sweepingBalances],
  settings,
  examples: {
    billing_profiles: async ({ owner }) => ({ id: owner.accountId }),
    billing: ({ id }) => id('subscriptions').then((subscription) => ({ id: subscription })),
  },
})
