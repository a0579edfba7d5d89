import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { subscriptionStream } from './subscription.ts'

const fields = {
  subscription: Shape({
    id: Id(),
    plan_id: Id('Its plan'),
    status: Text(20, { description: 'Status', examples: ['active'] }),
  }),
  timestamp: Time('When it happened'),
}

/** Notifies of changes of the account's subscription. `account_id` must be the account that the user works in. */
export const SubscriptionChannel: Channel = {
  summary: 'The account’s subscription.',
  needs: 'subscriptions.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    subscription_created: { summary: 'The subscription started', fields },
    subscription_updated: { summary: 'Its plan, quantity, period or status changed', fields },
    subscription_cancelled: { summary: 'It was cancelled', fields },
    trial_ending: { summary: 'Its trial ends soon', fields },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('subscriptions.read')
    return allowed && account_id === account.id ? subscriptionStream(account.id) : undefined
  },
}
