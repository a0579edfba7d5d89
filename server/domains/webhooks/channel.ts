import type { Channel } from '../../platform/cable/channel.ts'

/** The stream that tells of an account's deliveries. */
export const streamOf = (accountId: string) => `webhooks:account:${accountId}`

/** Says which webhooks have news; what it is, clients read over HTTP. */
export const WebhookChannel: Channel = {
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('webhooks.read')
    return allowed && account_id === account.id ? streamOf(account.id) : undefined
  },
}
