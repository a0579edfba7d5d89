import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import paymentMethods from './domains/payment_methods/domain.ts'
import plans from './domains/plans/domain.ts'
import subscriptions from './domains/subscriptions/domain.ts'

/** Plans, subscriptions and payment methods. */
export default defineModule({
  name: 'business',
  domains: [plans, subscriptions, paymentMethods],
  migrations: join(import.meta.dirname, 'migrations'),
})
