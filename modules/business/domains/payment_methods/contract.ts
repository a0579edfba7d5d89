import { declare } from '@powernode/contract/declare.ts'
import { event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const method = {
  id: id('The payment method'),
  gateway: text('Payment gateway', 'stripe'),
  payment_type: text('Type', 'card'),
  is_default: Type.Boolean({
    description: 'Whether it is the one that is charged',
    examples: [true],
  }),
}

export const contract = declare({
  permissions: {
    'payment_methods.read': {
      description: 'See the account’s payment methods',
      roles: ['billing_admin'],
    },
    'payment_methods.create': {
      description: 'Add payment methods',
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
    'payment_method.created': event('A payment method was added', method),
    'payment_method.chosen': event('Another payment method became the default', method),
    'payment_method.deleted': event('A payment method was removed', method),
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
