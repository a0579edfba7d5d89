import { readWebhook } from '@powernode/modules/integrations/domains/webhooks/webhook.ts'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { SubscriptionChannel } from './channel.ts'
import { contract } from './contract.ts'
import { settleDisputed, suspendDisputed } from './disputing.ts'
import { enforceLimit, limitsOf } from './limits.ts'
import { mails } from './mails.ts'
import { payWithNewMethod } from './new_method.ts'
import { hasPayment } from './paid.ts'
import { applyPaidInvoice } from './paying.ts'
import {
  advancing,
  allSubscriptions,
  renewals,
  subscriptions,
  subscriptionsOfAccounts,
} from './routes.ts'
import { settings } from './settings.ts'
import { subscribeNewAccount } from './subscribing.ts'
import { withdrawFailedUpgrade } from './upgrading.ts'

export default defineDomain({
  name: 'subscriptions',
  tables: ['subscriptions'],
  contract,
  routes: [subscriptions, allSubscriptions, subscriptionsOfAccounts, advancing, renewals],
  channels: { SubscriptionChannel },
  before: {
    'account.created': [subscribeNewAccount],
    'invoice.paid': [applyPaidInvoice],
    'payment.failed': [withdrawFailedUpgrade],
    'dispute.opened': [suspendDisputed],
    'dispute.closed': [settleDisputed],
    'payment_method.created': [
      async (tx, { is_default }) => {
        if (is_default) await payWithNewMethod(tx)
      },
    ],
    'payment_method.chosen': [payWithNewMethod],
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
  mails,
  settings,
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
