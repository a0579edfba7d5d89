import { readWebhook } from '@powernode/modules/integrations/domains/webhooks/webhook.ts'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { SubscriptionChannel } from './channel.ts'
import { contract } from './contract.ts'
import { enforceLimit, limitsOf } from './limits.ts'
import { hasPayment } from './paid.ts'
import { allSubscriptions, renewals, subscriptions, subscriptionsOfAccounts } from './routes.ts'
import { subscribeNewAccount } from './subscribing.ts'

export default defineDomain({
  name: 'subscriptions',
  tables: ['subscriptions'],
  contract,
  routes: [subscriptions, allSubscriptions, subscriptionsOfAccounts, renewals],
  channels: { SubscriptionChannel },
  before: {
    'account.created': [subscribeNewAccount],
    'user.created': [(tx) => enforceLimit(tx, 'max_users')],
    'invitation.created': [(tx) => enforceLimit(tx, 'max_users', 1)],
    'api_key.created': [(tx) => enforceLimit(tx, 'max_api_keys')],
    'api_key.status_changed': [
      async (tx, { status }) => {
        if (status === 'active') await enforceLimit(tx, 'max_api_keys')
      },
    ],
    'webhook.created': [(tx) => enforceLimit(tx, 'max_webhooks')],
    'webhook.updated': [
      async (tx, { id, changes }) => {
        if (!changes.includes('status')) return
        const { status } = await readWebhook(tx, id)
        if (status === 'active') await enforceLimit(tx, 'max_webhooks')
      },
    ],
  },
  limitsOf,
  keeps: hasPayment,
  names: {
    subscription: {
      rows: (ctx) =>
        ctx
          .own('subscriptions')
          .select()
          .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
          .select(['subscriptions.id', 'plans.name']),
      recorded: 'plan',
    },
  },
  examples: {
    async subscriptions({ owner, id }) {
      return owner.post('/subscriptions', { plan_id: await id('plans') })
    },
  },
})
