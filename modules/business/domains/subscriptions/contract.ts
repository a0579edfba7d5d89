import { declare } from '@powernode/contract/declare.ts'
import { event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const subscription = {
  id: id('The subscription'),
  plan_id: id('Its plan'),
  status: text('Status', 'active'),
}

export const contract = declare({
  permissions: {
    'subscriptions.read': {
      description: 'See the subscription of the account',
      roles: ['developer', 'manager', 'billing_admin'],
    },
    'subscriptions.create': {
      description: 'Subscribe the account to a plan',
      roles: ['billing_admin'],
    },
    'subscriptions.update': {
      description: 'Change the plan of the account',
      roles: ['billing_admin'],
    },
    'subscriptions.delete': {
      description: 'Cancel the subscription of the account',
      roles: ['billing_admin'],
    },
    'admin.subscriptions.read': { description: 'See the subscriptions of every account' },
    'system.subscriptions.read': { description: 'Read any subscription' },
    'system.subscriptions.update': { description: 'Renew and end subscriptions' },
  },
  roles: {
    billing_admin: {
      display_name: 'Billing administrator',
      description: 'Manages the plan, subscription and payment methods of the account',
      role_type: 'user',
      permissions: ['users.read', 'accounts.read', 'audit_logs.read'],
    },
  },
  events: {
    'subscription.created': event('The account subscribed to a plan', subscription),
    'subscription.updated': event('A subscription changed: its plan, quantity, period or status', {
      ...subscription,
      changes: Type.Array(Type.String(), {
        description: 'Names of the fields that changed',
        examples: [['status']],
      }),
    }),
    'subscription.cancelled': event('A subscription ended', subscription),
    'subscription.trial_ending': event('A trial ends in seven, three or one days', {
      id: subscription.id,
      plan_id: subscription.plan_id,
      days_left: Type.Integer({ minimum: 1, description: 'Days that are left', examples: [3] }),
      has_payment_method: Type.Boolean({
        description: 'Whether the account has a payment method that can be used',
        examples: [true],
      }),
    }),
  },
  jobs: {
    advance_subscriptions: {
      input: Type.Object({}),
      queue: 'maintenance',
      retries: 0,
      timeoutSeconds: 300,
      schedule: '*/5 * * * *',
    },
  },
  errors: {
    plan_limit_reached: { status: 403, says: 'The plan of this account does not allow any more' },
    payment_required: { status: 409, says: 'A payment is required first' },
  },
  audit: {
    'subscription.created': {},
    'subscription.updated': {},
    'subscription.activated': {},
    'subscription.renewed': {},
    'subscription.past_due': {},
    'subscription.unpaid': {},
    'subscription.paused': {},
    'subscription.resumed': {},
    'subscription.suspended': {},
    'subscription.change_scheduled': {},
    'subscription.trial_ending': {},
    'subscription.renewal_reminded': {},
    'subscription.cancelled': {},
    'subscription.expired': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    subscriptions: typeof contract
  }
}
