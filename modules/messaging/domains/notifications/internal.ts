import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Id, ListOf, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { Notification, notifyUsers } from './notification.ts'

const { notification_type, title, message, severity, category, action_url, metadata } =
  Notification.properties

/** A notification for one user or for all users of an account. Exactly one of `user_id` and `account_id` is required. */
export const Announcement = Shape('Announcement', {
  user_id: Type.Optional(Id('User to notify')),
  account_id: Type.Optional(Id('Account whose active users to notify')),
  notification_type,
  title,
  message,
  severity,
  category,
  action_url: Type.Optional(action_url),
  metadata: Type.Optional(metadata),
})

export const Announced = Shape('Announced', {
  ids: ListOf(Id(), { description: 'Users who were notified' }),
  count: Count('Number of users notified'),
})

export async function sendAnnouncement(
  ctx: PlatformCtx,
  input: Static<typeof Announcement>,
): Promise<Static<typeof Announced>> {
  const { user_id, account_id, action_url = null, ...content } = input
  if ((user_id === undefined) === (account_id === undefined)) {
    throw fail.invalid({ base: ['Enter either user_id or account_id'] })
  }
  const users = await ctx
    .acrossAccounts({ because: 'workers can notify any user' })
    .selectFrom('users')
    .select(['id', 'account_id'])
    .where('status', '=', 'active')
    .where(user_id ? 'id' : 'account_id', '=', user_id ?? account_id ?? '')
    .execute()
  const [first] = users
  if (!first) throw fail.invalid({ [user_id ? 'user_id' : 'account_id']: ['has no active user'] })
  const ids = users.map((user) => user.id)
  await ctx.inAccount(first.account_id).transaction(async (tx) => {
    tx.unaudited('the notification itself is the record')
    await notifyUsers(tx, ids, { ...content, action_url })
  })
  return { ids, count: ids.length }
}
