import { isSignature } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Choice, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  type NotificationKind,
  notificationKindNames,
} from '@powernode/server/platform/notifications.ts'
import type { Static } from 'typebox'
import { alwaysOnReason, kindOf } from './kinds.ts'
import { storePreferences } from './preference.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const Unsubscribed = Shape('Unsubscribed', {
  kind: Choice(notificationKindNames, 'Kind of notification that is no longer emailed'),
  label: Text(100, { description: 'Display name', examples: ['A user joined'] }),
})

/**
 * Unsubscribe links for a recipient and for their mail client. A link only ends emails of one kind, and is valid as long
 * as the user has the address that the email was sent to. Empty if emails of the kind cannot be turned off.
 */
export function unsubscribeLinks(
  ctx: PlatformCtx,
  { id, email }: { id: string; email: string },
  kind: NotificationKind,
) {
  if (alwaysOnReason(kind, 'mail')) return { unsubscribe_url: '', one_click_url: '' }
  const { publicUrl } = ctx.platform.config
  const token = `${id}.${kind}.${signatureOf(ctx, id, email, kind).toString('base64url')}`
  return {
    unsubscribe_url: `${publicUrl}/unsubscribe?token=${token}`,
    one_click_url: `${publicUrl}/api/v1/notifications/unsubscribe?token=${token}`,
  }
}

/** Ends emails of the kind in the token. Idempotent. */
export async function unsubscribe(
  ctx: PlatformCtx,
  token = '',
): Promise<Static<typeof Unsubscribed>> {
  const { user, kind } = await verifyToken(ctx, token)
  await ctx.inAccount(user.account_id).transaction(async (tx) => {
    await storePreferences(tx, user.id, [{ kind, channel: 'mail', enabled: false }])
  })
  return { kind, label: kindOf(kind).label }
}

async function verifyToken(ctx: PlatformCtx, token: string) {
  const [userId = '', name = '', signature = '', ...others] = token.split('.')
  const kind = notificationKindNames.find((candidate) => candidate === name)
  const isKnown = UUID.test(userId) && kind && !alwaysOnReason(kind, 'mail')
  if (!isKnown || others.length > 0) throw fail.with('token_invalid')
  const user = await ctx
    .acrossAccounts({ because: 'finds a user by an emailed link' })
    .selectFrom('users')
    .select(['id', 'email', 'account_id'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) throw fail.with('token_invalid')
  const expected = signatureOf(ctx, user.id, user.email, kind)
  if (!isSignature(signature, expected)) throw fail.with('token_invalid')
  return { user, kind }
}

const signatureOf = (ctx: PlatformCtx, userId: string, email: string, kind: string) =>
  ctx.platform.vault.sign('unsubscribe link', `${userId} ${email} ${kind}`)
