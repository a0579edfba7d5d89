import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import users from './routes.ts'

export default defineDomain({
  name: 'users',
  contract,
  routes: [users],
})
