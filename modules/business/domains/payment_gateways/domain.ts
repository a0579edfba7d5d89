import { defineDomain } from '@powernode/server/platform/module.ts'
import { caches } from './configuration.ts'
import { contract } from './contract.ts'
import { environment } from './environment.ts'
import { paymentGateways } from './routes.ts'
import { startSimulation } from './simulation.ts'

export default defineDomain({
  name: 'payment_gateways',
  tables: ['gateway_settings'],
  contract,
  routes: [paymentGateways],
  environment,
  caches,
  start: startSimulation,
  retention: {
    gateway_settings: {
      counts: 'Replaced signing secrets of gateways that are no longer accepted',
      rows: [{ by: 'retires_at', days: 0 }],
    },
  },
  examples: {
    async payment_gateways({ admin, id }) {
      await id('payments')
      await id('gateway_events')
      await admin.patch('/payment_gateways/stripe', {
        secret_key: 'sk_test_abcdefghijklmnop',
        publishable_key: 'pk_test_abcdefghijklmnop',
        webhook_secret: 'whsec_abcdefghijklmnop',
      })
      return { id: 'stripe' }
    },
  },
})
