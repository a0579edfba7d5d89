import { timingSafeEqual } from 'node:crypto'
import type { Static } from 'typebox'
import type { PlatformCtx } from '../../platform/db/context.ts'
import { fail } from '../../platform/http/fail.ts'
import { Choice, Shape, Text } from '../../platform/http/shapes.ts'
import { fixedBecause, kindNames, kindOf, type NotificationKind } from './kinds.ts'
import { choose } from './preference.ts'

export const Unsubscribed = Shape({
  kind: Choice(kindNames, 'What no more mails come of'),
  label: Text(100, { description: 'What people call it', examples: ['Somebody joined'] }),
})

/** Where a mail's reader and their mail program end mails of its kind. The links do that, for good, and nothing else. */
export function unsubscribeLinks(ctx: PlatformCtx, userId: string, kind: NotificationKind) {
  const { publicUrl } = ctx.platform.config
  const token = `${userId}.${kind}.${signatureOf(ctx, userId, kind).toString('base64url')}`
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
  const { userId, kind } = open(ctx, token)
  const person = await ctx
    .acrossAccounts({ because: 'finds a person by a mailed link' })
    .selectFrom('users')
    .select('account_id')
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!person) throw fail.with('token_invalid')
  await ctx.inAccount(person.account_id).transaction(async (tx) => {
    await choose(tx, userId, [{ kind, channel: 'mail', enabled: false }])
  })
  return { kind, label: kindOf(kind).label }
}

function open(ctx: PlatformCtx, token: string) {
  const [userId = '', name = '', signature = ''] = token.split('.')
  const right = signatureOf(ctx, userId, name)
  const given = Buffer.from(signature, 'base64url')
  const signed = given.length === right.length && timingSafeEqual(given, right)
  const kind = kindNames.find((one) => one === name)
  if (!signed || !kind || fixedBecause(kind, 'mail')) throw fail.with('token_invalid')
  return { userId, kind }
}

const signatureOf = (ctx: PlatformCtx, userId: string, kind: string) =>
  ctx.platform.vault.sign('unsubscribe link', `${userId} ${kind}`)
