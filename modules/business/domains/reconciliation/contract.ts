import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'admin.reconciliation.read': {
      description: 'See how payments compare with what the payment gateways list',
    },
    'admin.reconciliation.update': {
      description: 'Compare payments with the payment gateways, and resolve differences',
    },
    'system.reconciliation.process': {
      description: 'Compare payments with the payment gateways',
    },
  },
  jobs: {
    /** Enqueues a comparison of each of the last four days, for each gateway. */
    reconcile_payments: {
      input: Type.Object({}),
      queue: 'maintenance',
      retries: 5,
      timeoutSeconds: 60,
      schedule: '0 6 * * *',
    },
    reconcile_day: {
      input: Type.Object({
        gateway: Type.Union([Type.Literal('stripe'), Type.Literal('paypal')]),
        date: Type.String({ format: 'date' }),
      }),
      queue: 'reports',
      retries: 8,
      timeoutSeconds: 1800,
    },
  },
  audit: {
    'reconciliation_report.requested': { of: ['admin'] },
    'reconciliation_report.completed': { risk: 'low', of: ['admin'] },
    'reconciliation_flag.resolved': { of: ['admin'] },
    'reconciliation_flag.dismissed': { of: ['admin'] },
    'reconciliation_investigation.opened': { of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    reconciliation: typeof contract
  }
}
