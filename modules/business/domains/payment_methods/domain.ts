import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { paymentMethods, paymentMethodsOfAccounts } from './routes.ts'

export default defineDomain({
  name: 'payment_methods',
  tables: ['payment_methods'],
  contract,
  routes: [paymentMethods, paymentMethodsOfAccounts],
})
