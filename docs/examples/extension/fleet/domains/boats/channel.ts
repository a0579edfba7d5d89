import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id } from '@powernode/server/platform/http/shapes.ts'

/** Name of the stream of an account's boats. */
export const boatStream = (accountId: string) => `boats:account:${accountId}`

export const BoatChannel: Channel = {
  summary: 'The account’s boats.',
  needs: 'boats.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    boat_painted: { summary: 'A boat was painted', fields: { boat_id: Id('The boat') } },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('boats.read')
    return allowed && account_id === account.id ? boatStream(account.id) : undefined
  },
}
