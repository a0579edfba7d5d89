import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'billing.read': {
      description: 'See what the account owes and paid, and its billing address',
      roles: ['billing_admin'],
    },
    'billing.update': {
      description: 'Change the billing address of the account',
      roles: ['billing_admin'],
    },
    'admin.billing_profiles.read': { description: 'See the billing addresses of all accounts' },
    'admin.billing_profiles.update': { description: 'Set the tax rate of an account' },
    'system.billing.process': {
      description: 'Generate the invoices of subscriptions, and expire credit',
    },
  },
  jobs: {
    sweep_balances: {
      input: Type.Object({}),
      queue: 'maintenance',
      retries: 0,
      timeoutSeconds: 300,
      schedule: '25 * * * *',
    },
  },
  audit: {
    'billing_profile.updated': {},
    'billing_profile.tax_changed': { risk: 'medium', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    billing: typeof contract
  }
}
