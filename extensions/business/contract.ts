import { event, id, text } from '@powernode/contract/events.ts'
import type { JobDefinition } from '@powernode/contract/jobs.ts'
import { Type } from 'typebox'

const subscription = {
  id: id('The subscription'),
  plan_id: id('Its plan'),
  status: text('Where it stands', 'active'),
}

/** What the extension can announce. */
export const events = {
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
} as const

/** The jobs of the extension. */
export const jobs = {
  advance_subscriptions: {
    input: Type.Object({}),
    queue: 'maintenance',
    retries: 2,
    timeoutSeconds: 300,
    schedule: '0 9 * * *',
  },
} as const satisfies Record<string, JobDefinition>

export const permissions = {
  'plans.read': 'See the plans on offer',
  'subscriptions.read': 'See what the account subscribed to',
  'subscriptions.create': 'Subscribe the account to a plan',
  'subscriptions.update': 'Change the plan of the account',
  'subscriptions.delete': 'Cancel the subscription of the account',
  'payment_methods.read': 'See the account’s payment methods',
  'payment_methods.update': 'Choose the payment method that is charged',
  'payment_methods.delete': 'Remove payment methods',
  'admin.plans.create': 'Make plans',
  'admin.plans.update': 'Change plans, and see those that are not on offer',
  'admin.plans.delete': 'Delete plans',
  'admin.subscriptions.read': 'See the subscriptions of every account',
  'system.subscriptions.read': 'Read any subscription',
  'system.subscriptions.update': 'Move subscriptions on when their time comes',
  'system.payment_methods.read': 'Read any payment method',
} as const

type Events = typeof events
type Jobs = typeof jobs
type Permissions = typeof permissions

declare module '@powernode/contract/events.ts' {
  interface ExtensionEvents extends Events {}
}
declare module '@powernode/contract/jobs.ts' {
  interface ExtensionJobs extends Jobs {}
}
declare module '@powernode/server/platform/auth/permissions.ts' {
  interface ExtensionPermissions extends Permissions {}
}
