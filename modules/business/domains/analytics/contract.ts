import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'analytics.read': {
      description: 'See the recurring revenue and payments of the account',
      roles: ['manager', 'billing_admin'],
    },
    'admin.analytics.read': {
      description: 'See the recurring revenue and payments of all accounts',
    },
    'system.analytics.update': { description: 'Compute metrics from subscriptions and payments' },
  },
  jobs: {
    update_revenue_snapshots: {
      input: Type.Object({
        date: Type.Optional(
          Type.String({ format: 'date', description: 'The first day that changed' }),
        ),
      }),
      queue: 'reports',
      retries: 3,
      timeoutSeconds: 300,
      schedule: '*/5 * * * *',
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    analytics: typeof contract
  }
}
