import type { Channel } from '../../platform/cable/channel.ts'

/** The stream one person's notifications travel on. */
export const streamOf = (userId: string) => `notifications:user:${userId}`

/** A person's own notifications, live. `account_id` must be the account they are signed in to. */
export const NotificationChannel: Channel = {
  stream({ actor, account }, { account_id }) {
    return actor.kind === 'user' && account_id === account.id ? streamOf(actor.userId) : undefined
  },
  greeting: (ctx) => ({
    type: 'connection_established',
    message: 'Connected to notifications',
    timestamp: ctx.now().toISOString(),
  }),
  actions: {
    ping: (ctx) => ({ type: 'pong', server_timestamp: ctx.now().toISOString() }),
  },
}
