import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'payments.read': { description: 'See the payments of the account', roles: ['billing_admin'] },
    'admin.payments.read': { description: 'See the payments of all accounts' },
  },
  events: {
    'payment.succeeded': event('A payment was received', {
      id: id('The payment'),
      invoice_id: Type.Union([id('The invoice that was paid'), Type.Null()], {
        examples: ['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'],
      }),
      status: text('Status', 'succeeded'),
      amount_cents: count('Amount', 3451),
      currency: text('Currency', 'USD'),
      gateway: text('How it was paid', 'manual'),
    }),
  },
  audit: {
    'payment.succeeded': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    payments: typeof contract
  }
}
