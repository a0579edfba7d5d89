import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, ListOf, Time } from '@powernode/server/platform/http/shapes.ts'

/** The stream that tells of an account's deliveries. */
export const webhookStream = (accountId: string) => `webhooks:account:${accountId}`

/** Says which webhooks have news; what it is, clients read over HTTP. */
export const WebhookChannel: Channel = {
  summary: 'Deliveries of the account’s webhooks.',
  needs: 'webhooks.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    deliveries_changed: {
      summary: 'Something was delivered or failed; read the deliveries again',
      fields: {
        webhook_ids: ListOf(Id('Which'), { description: 'Whose deliveries' }),
        timestamp: Time('When'),
      },
    },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('webhooks.read')
    return allowed && account_id === account.id ? webhookStream(account.id) : undefined
  },
}
