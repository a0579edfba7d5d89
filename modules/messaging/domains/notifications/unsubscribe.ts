import { timingSafeEqual } from 'node:crypto'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Choice, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  type NotificationKind,
  notificationKindNames,
} from '@powernode/server/platform/notifications.ts'
import type { Static } from 'typebox'
import { kindOf, whyAlwaysOn } from './kinds.ts'
import { choose } from './preference.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const Unsubscribed = Shape('Unsubscribed', {
  kind: Choice(notificationKindNames, 'What no more mails come of'),
  label: Text(100, { description: 'What people call it', examples: ['A user joined'] }),
})

/**
 * Where a mail's reader and their mail program end mails of its kind. The links do that and nothing else, as long as
 * the person has the address that the mail went to.
 */
export function unsubscribeLinks(
  ctx: PlatformCtx,
  { id, email }: { id: string; email: string },
  kind: NotificationKind,
) {
  const { publicUrl } = ctx.platform.config
  const token = `${id}.${kind}.${signatureOf(ctx, id, email, kind).toString('base64url')}`
  return {
    unsubscribe_url: `${publicUrl}/unsubscribe?token=${token}`,
    one_click_url: `${publicUrl}/api/v1/notifications/unsubscribe?token=${token}`,
  }
}

/** Ends the mails that the token is about. Doing it twice is no harm. */
export async function unsubscribe(
  ctx: PlatformCtx,
  token = '',
): Promise<Static<typeof Unsubscribed>> {
  const { person, kind } = await open(ctx, token)
  await ctx.inAccount(person.account_id).transaction(async (tx) => {
    await choose(tx, person.id, [{ kind, channel: 'mail', enabled: false }])
  })
  return { kind, label: kindOf(kind).label }
}

async function open(ctx: PlatformCtx, token: string) {
  const [userId = '', name = '', signature = ''] = token.split('.')
  const kind = notificationKindNames.find((one) => one === name)
  if (!UUID.test(userId) || !kind || whyAlwaysOn(kind, 'mail')) throw fail.with('token_invalid')
  const person = await ctx
    .acrossAccounts({ because: 'finds a person by a mailed link' })
    .selectFrom('users')
    .select(['id', 'email', 'account_id'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!person) throw fail.with('token_invalid')
  const right = signatureOf(ctx, person.id, person.email, kind)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    throw fail.with('token_invalid')
  }
  return { person, kind }
}

const signatureOf = (ctx: PlatformCtx, userId: string, email: string, kind: string) =>
  ctx.platform.vault.sign('unsubscribe link', `${userId} ${email} ${kind}`)
