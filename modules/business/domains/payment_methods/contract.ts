import { declare } from '@powernode/contract/declare.ts'
import { event, id } from '@powernode/contract/events.ts'

export const contract = declare({
  permissions: {
    'payment_methods.read': {
      description: 'See the account’s payment methods',
      roles: ['billing_admin'],
    },
    'payment_methods.update': {
      description: 'Choose the default payment method',
      roles: ['billing_admin'],
    },
    'payment_methods.delete': { description: 'Remove payment methods', roles: ['billing_admin'] },
    'system.payment_methods.read': { description: 'Read any payment method' },
  },
  events: {
    'payment_method.chosen': event('A payment method became the default one', {
      id: id('The payment method'),
    }),
  },
  errors: {
    payment_method_in_use: {
      status: 422,
      says: 'The subscription uses this payment method: add another first',
    },
  },
  audit: {
    'payment_method.created': {},
    'payment_method.updated': {},
    'payment_method.chosen': {},
    'payment_method.deleted': {},
    'payment_method.expiring': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    payment_methods: typeof contract
  }
}
