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
import { unsubscribeLinks } from './unsubscribing.ts'

export const Notification = Shape('Notification', {
  id: Id(),
  notification_type: Text(100, { description: 'What kind', examples: ['user_joined'] }),
  title: Text(200, { description: 'One line', examples: ['Ada Lovelace joined'] }),
  message: Text(2000, { description: 'The whole of it' }),
  severity: Choice(['info', 'success', 'warning', 'error', 'critical'], 'How much it matters'),
  category: Text(50, { description: 'Group for preferences', examples: ['people'] }),
  action_url: Nullable(Text(1000, { description: 'Page of the web app it leads to' })),
  metadata: Dictionary('Ids and figures behind it'),
  read: Flag('Whether it was read'),
  created_at: Time('When it came'),
})

type NewNotification = Omit<
  Static<typeof Notification>,
  'id' | 'read' | 'created_at' | 'metadata'
> & {
  metadata?: Record<string, unknown>
}

export async function listNotifications(ctx: Ctx, page: PageRequest, read: boolean | undefined) {
  let query = mine(ctx).select([
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
  const unread = mine(ctx)
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
 * Tells people something, each the way they chose for its kind: a row and a live message after commit, a mail, both or
 * nothing. `mail: false` leaves the mails out, whatever they chose.
 */
export async function notifyUsers(
  tx: Tx,
  userIds: string[],
  content: NewNotification,
  { mail = true }: { mail?: boolean } = {},
): Promise<void> {
  if (userIds.length === 0) return
  const kind = kindNameOf(content.notification_type)
  const receivers = await recipientsOf(tx, userIds, kind)
  const rows = receivers
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
      receivers
        .filter((receiver) => receiver.mail)
        .map(({ id, name, email }) => ({
          to: email,
          variables: {
            name,
            title: content.title,
            message: content.message,
            url: pageOf(tx, content.action_url),
            kind: kindOf(kind).label,
            ...unsubscribeLinks(tx, { id, email }, kind),
          },
        })),
    )
  }
}

/** A page of the web app as a mail can link to it; none is the empty text. */
function pageOf({ platform }: Tx, url: string | null) {
  return url?.startsWith('/') ? `${platform.config.publicUrl}${url}` : (url ?? '')
}

export async function readNotification(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('a person’s own reading mark')
    const found = await mine(tx).select('read_at').where('id', '=', id).executeTakeFirst()
    if (!found) throw fail.notFound('notification')
    if (found.read_at) return
    await tx.own('notifications').update({ read_at: tx.now() }).where('id', '=', id).execute()
    await tx.broadcast(myStream(tx), { type: 'notification_read', notification_id: id })
  })
}

export async function readAllNotifications(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('a person’s own reading mark')
    await tx
      .own('notifications')
      .update({ read_at: tx.now() })
      .where('user_id', '=', requireUser(tx).userId)
      .where('read_at', 'is', null)
      .execute()
    await tx.broadcast(myStream(tx), { type: 'notifications_read_all' })
  })
}

export async function dismissNotification(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('a person’s own notification')
    const gone = await tx
      .own('notifications')
      .delete()
      .where('id', '=', id)
      .where('user_id', '=', requireUser(tx).userId)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw fail.notFound('notification')
    await tx.broadcast(myStream(tx), { type: 'notification_dismissed', notification_id: id })
  })
}

function mine(ctx: Ctx) {
  return ctx.own('notifications').select().where('user_id', '=', requireUser(ctx).userId)
}

const myStream = (ctx: Ctx) => notificationStream(requireUser(ctx).userId)
