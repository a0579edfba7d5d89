import { resource } from '../../platform/http/resource.ts'
import { Count, Flag, Nothing } from '../../platform/http/shapes.ts'
import { Announced, Announcement, announce } from './internal.ts'
import {
  dismissNotification,
  listNotifications,
  Notification,
  readAllNotifications,
  readNotification,
} from './notification.ts'

export default resource('/notifications', (r) => {
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
    ({ ctx, body }) => announce(ctx, body),
  )
  r.post(
    '/read_all',
    {
      can: 'signed_in',
      of: Nothing,
      summary: 'Mark all as read',
      says: 'All notifications marked as read',
    },
    ({ ctx }) => readAllNotifications(ctx),
  )
  r.post(
    '/:id/read',
    {
      can: 'signed_in',
      of: Nothing,
      summary: 'Mark one as read',
      says: 'Notification marked as read',
    },
    ({ ctx, id }) => readNotification(ctx, id),
  )
  r.delete(
    '/:id',
    { can: 'signed_in', of: Nothing, summary: 'Dismiss one', says: 'Notification dismissed' },
    ({ ctx, id }) => dismissNotification(ctx, id),
  )
})
