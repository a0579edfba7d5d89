import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { plans, publicPlans } from './routes.ts'

export default defineDomain({
  name: 'plans',
  tables: ['plans'],
  contract,
  routes: [publicPlans, plans],
})
