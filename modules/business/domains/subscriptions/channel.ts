import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { subscriptionStream } from './subscription.ts'

const fields = {
  subscription: Shape({
    id: Id(),
    plan_id: Id('The plan it is to'),
    status: Text(20, { description: 'How it is', examples: ['active'] }),
  }),
  timestamp: Time('When'),
}

/** Tells when the account's subscription changes. `account_id` must be the account that the person works in. */
export const SubscriptionChannel: Channel = {
  summary: 'The account’s subscription.',
  needs: 'subscriptions.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    subscription_created: { summary: 'It began', fields },
    subscription_updated: { summary: 'Its plan, quantity, period or status changed', fields },
    subscription_cancelled: { summary: 'It was cancelled', fields },
    trial_ending: { summary: 'Its trial ends within days', fields },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('subscriptions.read')
    return allowed && account_id === account.id ? subscriptionStream(account.id) : undefined
  },
}
