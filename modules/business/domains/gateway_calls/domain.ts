import { defineDomain } from '@powernode/server/platform/module.ts'
import { enqueueCall } from './call.ts'
import { contract } from './contract.ts'
import { allGatewayCalls, gatewayCalls } from './routes.ts'

export default defineDomain({
  name: 'gateway_calls',
  tables: ['gateway_calls'],
  contract,
  routes: [allGatewayCalls, gatewayCalls],
  retention: {
    gateway_calls: {
      counts: 'Calls of payment gateways that ended more than 90 days ago',
      rows: [{ by: 'finished_at', days: 90 }],
    },
  },
  examples: {
    gateway_calls: ({ write, owner }) =>
      write(async (tx) => {
        const id = await enqueueCall(tx, {
          ...{ gateway: 'stripe', livemode: false, operation: 'detach' },
          ...{ subject_type: 'payment_method', subject_id: owner.id },
          request: { external_id: `pm_${owner.id}` },
          idempotency_key: `detach_${owner.id}`,
        })
        return { id }
      }),
  },
})
