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
})
