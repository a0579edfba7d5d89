import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, ListOf, Time } from '@powernode/server/platform/http/shapes.ts'

/** Name of the stream of an account's deliveries. */
export const webhookStream = (accountId: string) => `webhooks:account:${accountId}`

/** Reports which webhooks have changed deliveries. Clients read the deliveries over HTTP. */
export const WebhookChannel: Channel = {
  summary: 'Deliveries of the account’s webhooks.',
  needs: 'webhooks.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    deliveries_changed: {
      summary: 'A delivery succeeded or failed; fetch the deliveries again',
      fields: {
        webhook_ids: ListOf(Id('The webhook'), {
          description: 'Webhooks whose deliveries changed',
        }),
        timestamp: Time('When they changed'),
      },
    },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('webhooks.read')
    return allowed && account_id === account.id ? webhookStream(account.id) : undefined
  },
}
