import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { removeUnconfirmed } from './removal.ts'
import accounts, { internalAccounts } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'accounts',
  tables: ['accounts'],
  contract,
  routes: [accounts, internalAccounts],
  sweep: {
    unconfirmed_accounts: {
      counts: 'Accounts whose only user never confirmed an address',
      run: removeUnconfirmed,
    },
  },
  settings,
  names: {
    account: {
      rows: (ctx) =>
        ctx.db.selectFrom('accounts').select(['id', 'name']).where('id', '=', ctx.account.id),
    },
  },
  examples: { accounts: async ({ owner }) => ({ id: owner.accountId }) },
})
