import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { Notification } from './notification.ts'
import { PreferenceChanges } from './preference.ts'
import { notificationStream } from './stream.ts'

/** A person's own notifications, live. `account_id` must be the account they are signed in to. */
export const NotificationChannel: Channel = {
  summary: 'Your own notifications.',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    connection_established: {
      summary: 'The greeting after the confirmation',
      fields: {
        message: Text(100, { description: 'For a person' }),
        timestamp: Time('When, by the clock of the server'),
      },
    },
    new_notification: {
      summary: 'You were notified',
      fields: { notification: Notification },
    },
    notification_read: {
      summary: 'You read one, on this page or elsewhere',
      fields: { notification_id: Id('Which') },
    },
    notifications_read_all: { summary: 'You marked all as read', fields: {} },
    notification_dismissed: {
      summary: 'You dismissed one',
      fields: { notification_id: Id('Which') },
    },
    preferences_updated: {
      summary: 'You chose what to be notified of, and how',
      fields: {
        data: Shape(PreferenceChanges.properties),
        user_id: Id('You'),
        timestamp: Time('When'),
      },
    },
    pong: {
      summary: 'The answer to `ping`',
      fields: { server_timestamp: Time('When, by the clock of the server') },
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
      summary: 'Asks whether the way to the server and back is open.',
      answers: 'pong',
      run: (ctx) => ({ type: 'pong', server_timestamp: ctx.now().toISOString() }),
    },
  },
}
