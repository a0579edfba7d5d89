import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Email, Flag, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { removeAllPasskeys } from '../passkeys/removal.ts'
import { isOnlyUserAt, lockAddressOf } from '../users/addresses.ts'
import { confirmAddress } from '../users/changes.ts'
import { clearFailures } from '../users/lockout.ts'
import { exceedsMailLimit } from '../users/mail_limits.ts'
import { redeemToken, sendLink } from '../users/one_time_tokens.ts'
import { storePassword } from '../users/passwords.ts'
import { confirmedFirst, MAX_USERS_PER_ADDRESS } from '../users/person.ts'
import { removeEarlierCredentials } from '../users/takeover.ts'
import { normalise, Password } from '../users/user.ts'
import { deviceOf } from './circumstances.ts'

export const ForgottenPassword = Shape('ForgottenPassword', { email: Email() })

export const NewPassword = Shape('NewPassword', {
  token: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Token from the emailed link',
    examples: ['q7Ck…'],
  }),
  password: Password,
  password_confirmation: Type.Optional(Password),
  remove_passkeys: Type.Optional(
    Flag('Whether to remove all passkeys, which can sign in without the password'),
  ),
})

/**
 * Enqueues a job that looks up the users of an address. A request for an unknown address takes the same work, so neither
 * the response nor its time reveals whether the address exists. The number of emails per address and hour is limited (a
 * link is valid for one hour); further requests get the same response and do nothing.
 */
export async function forgotPassword(
  ctx: PlatformCtx,
  { email }: Static<typeof ForgottenPassword>,
): Promise<void> {
  const address = normalise(email)
  if (await exceedsMailLimit(ctx, 'reset_mail', address)) return
  await ctx.transaction(async (tx) => {
    await tx.enqueue('send_reset_link', {
      email: address,
      asked_at: tx.now().toISOString(),
      ...(tx.request && { ip_address: tx.request.ip }),
      ...(tx.request?.userAgent && { user_agent: tx.request.userAgent }),
    })
  })
}

export const ResetLinkRequest = Shape('ResetLinkRequest', {
  email: Email('Address for which the reset was requested'),
  asked_at: Time('When it was requested; no link is sent if one was sent since'),
  ip_address: Type.Optional(Text(64, { description: 'IP address of the request' })),
  user_agent: Type.Optional(Text(500, { description: 'User agent of the request' })),
})

export const SentResetLink = Shape('SentResetLink', {
  sent: Flag('Whether a link was sent'),
})

/**
 * Emails a reset link to the active users of an address that they confirmed or registered with. Idempotent. If several
 * users have the same unconfirmed address, each gets a separate link.
 */
export async function sendResetLink(
  ctx: PlatformCtx,
  { email, asked_at, ip_address, user_agent }: Static<typeof ResetLinkRequest>,
): Promise<Static<typeof SentResetLink>> {
  const users = await ctx
    .acrossAccounts({ because: 'a request for a reset link names no account' })
    .selectFrom('users')
    .leftJoin('one_time_tokens', (join) =>
      join
        .onRef('one_time_tokens.user_id', '=', 'users.id')
        .on('one_time_tokens.purpose', '=', 'reset_password')
        .on('one_time_tokens.created_at', '>', asked_at),
    )
    .select(['users.id', 'users.name', 'users.email', 'users.account_id'])
    .select('one_time_tokens.digest as sent')
    .where('email', '=', normalise(email))
    .where('status', '=', 'active')
    // Never to a changed address that is not confirmed yet.
    .where((eb) =>
      eb.or([eb('email_verified_at', 'is not', null), eb('unconfirmed_since', 'is not', null)]),
    )
    .orderBy(confirmedFirst)
    .limit(MAX_USERS_PER_ADDRESS)
    .execute()
  const pending = users.filter(({ sent }) => !sent)
  const source = { ...(ip_address && { ip_address }), ...(user_agent && { user_agent }) }
  const origin = {
    ...(ip_address && { ip_address }),
    ...(user_agent && { device: deviceOf(user_agent) }),
  }
  for (const user of pending) {
    await ctx.inAccount(user.account_id).transaction(async (tx) => {
      await sendLink(tx, 'reset_password', user, origin)
      await tx.audit('user.password_reset_requested', user.id, {
        userId: user.id,
        overrides: source,
      })
    })
  }
  return { sent: pending.length > 0 }
}

/**
 * Sets a new password with an emailed link. This proves the address, removes a lock and ends all sessions. If other users
 * have the same address, it stays unconfirmed and a separate confirmation link is emailed.
 */
export async function resetPassword(
  ctx: PlatformCtx,
  { token, password, password_confirmation, remove_passkeys }: Static<typeof NewPassword>,
): Promise<void> {
  if (password_confirmation !== undefined && password_confirmation !== password) {
    throw fail.invalid({ password_confirmation: ['does not match the password'] })
  }
  await ctx.transaction(async (outer) => {
    await lockAddressOf(outer, token)
    const user = await redeemToken(outer, token, 'reset_password')
    if (!user) throw fail.with('invalid_reset_token')
    const tx = outer.inAccount(user.account_id)
    const unconfirmed = user.email_verified_at === null
    const confirms = unconfirmed && (await isOnlyUserAt(outer, user.email, user.id))
    if (unconfirmed) await removeEarlierCredentials(tx, user.id)
    await storePassword(tx, user, password)
    if (unconfirmed && !confirms) await sendLink(tx, 'verify_email', user)
    if (remove_passkeys) await removeAllPasskeys(tx, user.id)
    await clearFailures(tx, user.id)
    if (confirms) await confirmAddress(tx, user.id)
    await tx.audit('user.password_reset', user.id, { userId: user.id })
    if (confirms) await tx.emit('user.joined', { id: user.id, name: user.name })
    else await tx.emit('user.password_changed', { id: user.id })
  })
}
