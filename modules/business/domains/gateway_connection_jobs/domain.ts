import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { connectionTests, gatewayConnectionJobs, internalConnectionTests } from './routes.ts'
import { abandonConnectionTest } from './testing.ts'

export default defineDomain({
  name: 'gateway_connection_jobs',
  tables: ['gateway_connection_jobs'],
  contract,
  routes: [connectionTests, gatewayConnectionJobs, internalConnectionTests],
  onDeadLetter: { test_gateway_connection: abandonConnectionTest },
  retention: {
    gateway_connection_jobs: {
      counts: 'Tests of connections to gateways older than 90 days',
      rows: [{ by: 'created_at', days: 90 }],
    },
  },
  examples: {
    async gateway_connection_jobs({ admin, id }) {
      await id('payment_gateways')
      return admin.post('/payment_gateways/stripe/test_connection', {})
    },
  },
})
