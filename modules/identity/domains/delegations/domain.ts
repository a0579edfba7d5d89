import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import delegations from './routes.ts'

export default defineDomain({
  name: 'delegations',
  tables: ['delegations'],
  contract,
  routes: [delegations],
  mails,
  names: {
    delegation: {
      rows: (ctx) => ctx.own('delegations').select().select(['id', 'given_to as name']),
      recorded: 'email',
    },
  },
  examples: {
    async delegations({ owner, stranger }) {
      const { email } = await stranger()
      return owner.post('/accounts/current/delegations', { email, permissions: ['users.read'] })
    },
  },
})
