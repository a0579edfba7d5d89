import { join } from 'node:path'
import { readWebhook } from '@powernode/server/domains/webhooks/webhook.ts'
import { defineExtension } from '@powernode/server/platform/extension.ts'
import { events, jobs, permissions } from './contract.ts'
import { paymentMethods, paymentMethodsOfAccounts } from './domains/payment_methods/routes.ts'
import { plans, publicPlans } from './domains/plans/routes.ts'
import { SubscriptionChannel } from './domains/subscriptions/channel.ts'
import { keepsAccount } from './domains/subscriptions/keeping.ts'
import { holdTo, limitsOf } from './domains/subscriptions/limits.ts'
import {
  advancing,
  allSubscriptions,
  subscriptions,
  subscriptionsOfAccounts,
} from './domains/subscriptions/routes.ts'
import { subscribeNewAccount } from './domains/subscriptions/subscribing.ts'

/** Plans, subscriptions and what they are paid with. */
export default defineExtension({
  name: 'business',
  resources: [
    publicPlans,
    plans,
    subscriptions,
    allSubscriptions,
    paymentMethods,
    subscriptionsOfAccounts,
    paymentMethodsOfAccounts,
    advancing,
  ],
  migrations: join(import.meta.dirname, 'migrations'),
  permissions,
  grants: {
    developer: ['plans.read', 'subscriptions.read'],
    manager: ['plans.read', 'subscriptions.read'],
    billing_admin: [
      'plans.read',
      'subscriptions.read',
      'subscriptions.create',
      'subscriptions.update',
      'subscriptions.delete',
      'payment_methods.read',
      'payment_methods.update',
      'payment_methods.delete',
    ],
  },
  events,
  jobs,
  channels: { SubscriptionChannel },
  before: {
    'account.created': [subscribeNewAccount],
    'user.created': [(tx) => holdTo(tx, 'max_users')],
    'invitation.created': [(tx) => holdTo(tx, 'max_users', 1)],
    'api_key.created': [(tx) => holdTo(tx, 'max_api_keys')],
    'api_key.status_changed': [
      async (tx, { status }) => {
        if (status === 'active') await holdTo(tx, 'max_api_keys')
      },
    ],
    'webhook.created': [(tx) => holdTo(tx, 'max_webhooks')],
    'webhook.updated': [
      async (tx, { id, changes }) => {
        if (!changes.includes('status')) return
        const { status } = await readWebhook(tx, id)
        if (status === 'active') await holdTo(tx, 'max_webhooks')
      },
    ],
  },
  limitsOf,
  keeps: keepsAccount,
})
