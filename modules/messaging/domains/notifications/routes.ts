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
import { Unsubscribed, unsubscribe } from './unsubscribe.ts'

export default resource(
  '/notifications',
  'Notifications and notification preferences of the caller',
  (r) => {
    r.list(
      '/',
      {
        can: 'signed_in',
        of: Notification,
        query: { read: Flag('Only read, or only unread notifications') },
        sorts: ['-created_at'],
        meta: { unread_count: Count('Number of unread notifications on all pages') },
        summary: 'List your notifications',
      },
      ({ ctx, page, query }) => listNotifications(ctx, page, query.read),
    )
    r.post(
      '/',
      {
        can: 'system.notifications.create',
        body: Announcement,
        of: Announced,
        summary: 'Notify a user, or all users of an account',
      },
      ({ ctx, body }) => sendAnnouncement(ctx, body),
    )
    r.post(
      '/read_all',
      {
        can: 'signed_in',
        whileImpersonating: 'only marks notifications as read',
        of: Empty,
        name: 'markAllRead',
        summary: 'Mark all notifications as read',
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
        summary: 'Get your notification preferences',
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
        summary: 'Update your notification preferences',
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
        query: { token: Text(500, { description: 'Token from the link in the email' }) },
        of: Unsubscribed,
        status: 200,
        summary: 'Unsubscribe from emails of one kind with the link in an email (RFC 8058)',
        says: 'You will not get emails like this any more',
        fails: ['token_invalid'],
      },
      ({ ctx, query }) => unsubscribe(ctx, query.token),
    )
    r.post(
      '/:id/read',
      {
        can: 'signed_in',
        whileImpersonating: 'only marks notifications as read',
        of: Empty,
        name: 'markRead',
        summary: 'Mark a notification as read',
        says: 'Notification marked as read',
      },
      ({ ctx, id }) => readNotification(ctx, id),
    )
    r.delete(
      '/:id',
      {
        can: 'signed_in',
        whileImpersonating: 'the user was already notified of the impersonation by email',
        of: Empty,
        summary: 'Dismiss a notification',
        says: 'Notification dismissed',
      },
      ({ ctx, id }) => dismissNotification(ctx, id),
    )
  },
)
