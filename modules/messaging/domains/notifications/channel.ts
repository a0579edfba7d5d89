import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { Notification } from './notification.ts'
import { PreferenceChanges } from './preference.ts'
import { notificationStream } from './stream.ts'

/** Live notifications of a user. `account_id` must be the account they are signed in to. */
export const NotificationChannel: Channel = {
  summary: 'Your own notifications.',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    connection_established: {
      summary: 'Sent after the subscription is confirmed',
      fields: {
        message: Text(100, { description: 'Human-readable text' }),
        timestamp: Time('Time on the server'),
      },
    },
    new_notification: {
      summary: 'A new notification',
      fields: { notification: Notification },
    },
    notification_read: {
      summary: 'You read a notification, on this or another page',
      fields: { notification_id: Id('The notification') },
    },
    notifications_read_all: { summary: 'You marked all as read', fields: {} },
    notification_dismissed: {
      summary: 'You dismissed a notification',
      fields: { notification_id: Id('The notification') },
    },
    preferences_updated: {
      summary: 'Your notification preferences changed',
      fields: {
        data: Shape(PreferenceChanges.properties),
        user_id: Id('Your user'),
        timestamp: Time('When they changed'),
      },
    },
    pong: {
      summary: 'The response to `ping`',
      fields: { server_timestamp: Time('Time on the server') },
    },
  },
  stream({ actor, account }, { account_id }) {
    return actor.kind === 'user' && account_id === account.id
      ? notificationStream(actor.userId)
      : undefined
  },
  greeting: (ctx) => ({
    type: 'connection_established',
    message: 'Connected to notifications',
    timestamp: ctx.now().toISOString(),
  }),
  actions: {
    ping: {
      summary: 'Checks the connection to the server.',
      answers: 'pong',
      run: (ctx) => ({ type: 'pong', server_timestamp: ctx.now().toISOString() }),
    },
  },
}
