import { randomUUIDv7 } from 'node:crypto'
import { type Ctx, requireUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Dictionary,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sendMails } from '@powernode/server/platform/mail/mail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { kindNameOf, kindOf } from './kinds.ts'
import { recipientsOf } from './preference.ts'
import { notificationStream } from './stream.ts'
import { unsubscribeLinks } from './unsubscribe.ts'

export const Notification = Shape('Notification', {
  id: Id(),
  notification_type: Text(100, {
    description: 'Type of the notification',
    examples: ['user_joined'],
  }),
  title: Text(200, { description: 'Title in one line', examples: ['Ada Lovelace joined'] }),
  message: Text(2000, { description: 'Full text' }),
  severity: Choice(['info', 'success', 'warning', 'error', 'critical'], 'Severity'),
  category: Text(50, { description: 'Category', examples: ['people'] }),
  action_url: Nullable(Text(1000, { description: 'Path of the web app page it links to' })),
  metadata: Dictionary('Related ids and values'),
  read: Flag('Whether it was read'),
  created_at: Time('When it was created'),
})

type NewNotification = Omit<
  Static<typeof Notification>,
  'id' | 'read' | 'created_at' | 'metadata'
> & {
  metadata?: Record<string, unknown>
}

export async function listNotifications(ctx: Ctx, page: PageRequest, read: boolean | undefined) {
  let query = ownNotifications(ctx).select([
    'id',
    'notification_type',
    'title',
    'message',
    'severity',
    'category',
    'action_url',
    'metadata',
    'created_at',
    sql<boolean>`read_at is not null`.as('read'),
  ])
  if (read !== undefined) query = query.where('read_at', read ? 'is not' : 'is', null)
  const unread = ownNotifications(ctx)
    .select(sql<number>`count(*)`.as('count'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  const [listing, { count }] = await Promise.all([
    paginate(ctx, query, page, 'notifications'),
    unread,
  ])
  return { ...listing, summary: { unread_count: count } }
}

/**
 * Notifies users according to their preferences for the kind: in the app (a row, and a live message after commit), by
 * email, both or not at all. `mail: false` sends no emails.
 */
export async function notifyUsers(
  tx: Tx,
  userIds: string[],
  content: NewNotification,
  { mail = true }: { mail?: boolean } = {},
): Promise<void> {
  if (userIds.length === 0) return
  const kind = kindNameOf(content.notification_type)
  const recipients = await recipientsOf(tx, userIds, kind)
  const rows = recipients
    .filter(({ in_app }) => in_app)
    .map(({ id: user_id }) => ({
      metadata: {},
      ...content,
      id: randomUUIDv7(),
      created_at: tx.now(),
      user_id,
    }))
  if (rows.length > 0) await tx.own('notifications').insert(rows).execute()
  for (const { user_id, ...row } of rows) {
    const notification = { ...row, read: false }
    await tx.broadcast(notificationStream(user_id), { type: 'new_notification', notification })
  }
  if (mail) {
    await sendMails(
      tx,
      'notification',
      recipients
        .filter((recipient) => recipient.mail)
        .map(({ id, name, email }) => ({
          to: email,
          variables: {
            name,
            title: content.title,
            message: content.message,
            url: absoluteUrl(tx, content.action_url),
            kind: kindOf(kind).label,
            ...unsubscribeLinks(tx, { id, email }, kind),
          },
        })),
    )
  }
}

/** Absolute URL of a web app page for emails; empty if there is none. */
function absoluteUrl({ platform }: Tx, url: string | null) {
  return url?.startsWith('/') ? `${platform.config.publicUrl}${url}` : (url ?? '')
}

export async function readNotification(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('marks the caller’s own notifications as read')
    const found = await ownNotifications(tx)
      .select('read_at')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found) throw fail.notFound('notification')
    if (found.read_at) return
    await tx.own('notifications').update({ read_at: tx.now() }).where('id', '=', id).execute()
    await tx.broadcast(ownStream(tx), { type: 'notification_read', notification_id: id })
  })
}

export async function readAllNotifications(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('marks the caller’s own notifications as read')
    await tx
      .own('notifications')
      .update({ read_at: tx.now() })
      .where('user_id', '=', requireUser(tx).userId)
      .where('read_at', 'is', null)
      .execute()
    await tx.broadcast(ownStream(tx), { type: 'notifications_read_all' })
  })
}

export async function dismissNotification(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('deletes the caller’s own notification')
    const { numDeletedRows } = await tx
      .own('notifications')
      .delete()
      .where('id', '=', id)
      .where('user_id', '=', requireUser(tx).userId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw fail.notFound('notification')
    await tx.broadcast(ownStream(tx), { type: 'notification_dismissed', notification_id: id })
  })
}

function ownNotifications(ctx: Ctx) {
  return ctx.own('notifications').select().where('user_id', '=', requireUser(ctx).userId)
}

const ownStream = (ctx: Ctx) => notificationStream(requireUser(ctx).userId)
