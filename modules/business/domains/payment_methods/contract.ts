import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'payment_methods.read': {
      description: 'See the account’s payment methods',
      roles: ['billing_admin'],
    },
    'payment_methods.update': {
      description: 'Choose the payment method that is charged',
      roles: ['billing_admin'],
    },
    'payment_methods.delete': { description: 'Remove payment methods', roles: ['billing_admin'] },
    'system.payment_methods.read': { description: 'Read any payment method' },
  },
  errors: {
    payment_method_in_use: {
      status: 422,
      says: 'This is what the subscription is paid with: add another first',
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    payment_methods: typeof contract
  }
}
