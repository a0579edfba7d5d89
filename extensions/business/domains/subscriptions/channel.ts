import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { streamOf } from './subscription.ts'

/** Tells when the account's subscription changes. `account_id` must be the account that the person works in. */
export const SubscriptionChannel: Channel = {
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('subscriptions.read')
    return allowed && account_id === account.id ? streamOf(account.id) : undefined
  },
}
