import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Id, ListOf, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { Notification, notifyUsers } from './notification.ts'

const { notification_type, title, message, severity, category, action_url, metadata } =
  Notification.properties

/** Tells one person, or everybody of an account. Exactly one of the two is named. */
export const Announcement = Shape('Announcement', {
  user_id: Type.Optional(Id('Whom to tell')),
  account_id: Type.Optional(Id('Whose active people to tell')),
  notification_type,
  title,
  message,
  severity,
  category,
  action_url: Type.Optional(action_url),
  metadata: Type.Optional(metadata),
})

export const Announced = Shape('Announced', {
  ids: ListOf(Id(), { description: 'People who were told' }),
  count: Count('How many'),
})

export async function sendAnnouncement(
  ctx: PlatformCtx,
  input: Static<typeof Announcement>,
): Promise<Static<typeof Announced>> {
  const { user_id, account_id, action_url = null, ...content } = input
  if ((user_id === undefined) === (account_id === undefined)) {
    throw fail.invalid({ base: ['Name either user_id or account_id'] })
  }
  const people = await ctx
    .acrossAccounts({ because: 'a worker may notify anybody' })
    .selectFrom('users')
    .select(['id', 'account_id'])
    .where('status', '=', 'active')
    .where(user_id ? 'id' : 'account_id', '=', user_id ?? account_id ?? '')
    .execute()
  const [first] = people
  if (!first) throw fail.invalid({ [user_id ? 'user_id' : 'account_id']: ['names nobody'] })
  const ids = people.map((person) => person.id)
  await ctx.inAccount(first.account_id).transaction(async (tx) => {
    tx.unaudited('a notification is its own record, as those of events are')
    await notifyUsers(tx, ids, { ...content, action_url })
  })
  return { ids, count: ids.length }
}
