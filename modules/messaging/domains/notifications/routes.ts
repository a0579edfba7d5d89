import { resource } from '@powernode/server/platform/http/resource.ts'
import { Count, Empty, Flag, Text } from '@powernode/server/platform/http/shapes.ts'
import { Announced, Announcement, sendAnnouncement } from './internal.ts'
import {
  dismissNotification,
  listNotifications,
  Notification,
  readAllNotifications,
  readNotification,
} from './notification.ts'
import { changePreferences, listPreferences, PreferenceChanges, Preferences } from './preference.ts'
import { Unsubscribed, unsubscribe } from './unsubscribing.ts'

export default resource(
  '/notifications',
  'Notifications of the person who calls, and which they get',
  (r) => {
    r.list(
      '/',
      {
        can: 'signed_in',
        of: Notification,
        query: { read: Flag('Only those read, or only those unread') },
        sorts: ['-created_at'],
        meta: { unread_count: Count('How many are unread, on whatever page') },
        summary: 'Your notifications',
      },
      ({ ctx, page, query }) => listNotifications(ctx, page, query.read),
    )
    r.post(
      '/',
      {
        can: 'system.notifications.create',
        body: Announcement,
        of: Announced,
        summary: 'Tell a person, or everybody of an account',
      },
      ({ ctx, body }) => sendAnnouncement(ctx, body),
    )
    r.post(
      '/read_all',
      {
        can: 'signed_in',
        whileImpersonating: 'only marks what was read',
        of: Empty,
        name: 'markAllRead',
        summary: 'Mark all as read',
        says: 'All notifications marked as read',
      },
      ({ ctx }) => readAllNotifications(ctx),
    )
    r.get(
      '/preferences',
      {
        can: 'signed_in',
        personal: true,
        of: Preferences,
        summary: 'What you are told of, and how',
      },
      ({ ctx }) => listPreferences(ctx),
    )
    r.patch(
      '/preferences',
      {
        can: 'signed_in',
        personal: true,
        notImpersonating: true,
        body: PreferenceChanges,
        of: Preferences,
        name: 'updatePreferences',
        summary: 'Choose what you are told of, and how',
        says: 'Preferences saved',
      },
      ({ ctx, body }) => changePreferences(ctx, body),
    )
    r.post(
      '/unsubscribe',
      {
        can: 'public',
        duringMaintenance: true,
        anyBody: true,
        query: { token: Text(500, { description: 'From the link in the mail' }) },
        of: Unsubscribed,
        status: 200,
        summary: 'End mails of one kind, by the link in one of them (RFC 8058)',
        says: 'You will get no more mails like this',
        fails: ['token_invalid'],
      },
      ({ ctx, query }) => unsubscribe(ctx, query.token),
    )
    r.post(
      '/:id/read',
      {
        can: 'signed_in',
        whileImpersonating: 'only marks what was read',
        of: Empty,
        name: 'markRead',
        summary: 'Mark one as read',
        says: 'Notification marked as read',
      },
      ({ ctx, id }) => readNotification(ctx, id),
    )
    r.delete(
      '/:id',
      {
        can: 'signed_in',
        whileImpersonating: 'a mail told the person already that somebody acts as them',
        of: Empty,
        summary: 'Dismiss one',
        says: 'Notification dismissed',
      },
      ({ ctx, id }) => dismissNotification(ctx, id),
    )
  },
)
