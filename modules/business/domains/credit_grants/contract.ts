import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const grant = {
  id: id('The credit'),
  amount_cents: count('How much', 1000),
  currency: text('Currency', 'USD'),
}

export const contract = declare({
  permissions: {
    'admin.credit_grants.read': { description: 'See the credit of all accounts' },
    'admin.credit_grants.create': { description: 'Give accounts credit' },
  },
  events: {
    'credit_grant.created': event('An account was given credit for goodwill', {
      ...grant,
      reason: text('Why', 'Sorry for the outage'),
      expires_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
        description: 'Until when it can be used; null if it does not expire',
        examples: ['2027-06-30T23:59:59.000Z'],
      }),
    }),
    'credit_grant.expired': event('Credit that was given for goodwill was not used in time', grant),
  },
  audit: {
    'credit_grant.created': { risk: 'medium', of: ['admin'] },
    'credit_grant.expired': {},
  },
  notifications: {
    credit_given: {
      needs: 'billing.read',
      category: 'Billing',
      label: 'Your account was given credit',
      description: 'Sent to owners and billing administrators',
      in_app: true,
      mail: true,
    },
    credit_expiring: {
      needs: 'billing.read',
      category: 'Billing',
      label: 'Credit of your account expires soon',
      description: 'Sent to owners and billing administrators two weeks before',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    credit_grants: typeof contract
  }
}
