import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Email, Flag, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { allowedBy } from '@powernode/server/platform/http/throttles.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { removeAllPasskeys } from '../passkeys/removal.ts'
import { isOnlyUserAt, lockAddressOf } from '../users/addresses.ts'
import { confirmAddress } from '../users/changes.ts'
import { clearFailures } from '../users/lockout.ts'
import { mailLink, redeemToken } from '../users/one_time_tokens.ts'
import { storePassword } from '../users/passwords.ts'
import { confirmedFirst, MAX_USERS_PER_ADDRESS } from '../users/person.ts'
import { removeEarlierCredentials } from '../users/takeover.ts'
import { normalise, Password } from '../users/user.ts'

export const ForgottenPassword = Shape('ForgottenPassword', { email: Email() })

export const NewPassword = Shape('NewPassword', {
  token: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'From the mailed link',
    examples: ['q7Ck…'],
  }),
  password: Password,
  password_confirmation: Type.Optional(Password),
  remove_passkeys: Type.Optional(
    Flag('Also removes every passkey, which would sign in without the password'),
  ),
})

/**
 * Queues the search for the person behind an address, and no more: what is asked for an address that nobody has takes
 * the same work, so that neither the answer nor its time says whether anybody has it. Whoever asks, an address gets so many
 * mails an hour, which is as long as the last of them is good; what is asked beyond that is answered alike and does nothing.
 */
export async function forgotPassword(
  ctx: PlatformCtx,
  { email }: Static<typeof ForgottenPassword>,
): Promise<void> {
  const address = normalise(email)
  const points = allowedBy('reset_mail', ctx.platform.settings.values) + 1
  const budget = { points, seconds: 3600 }
  if (await ctx.platform.limits.exhausted('reset_mail', digestOf(address), budget)) return
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
  email: Email('Who forgot their password'),
  asked_at: Time('When; a link sent since then is enough'),
  ip_address: Type.Optional(Text(64, { description: 'Where it was asked from' })),
  user_agent: Type.Optional(Text(500, { description: 'By which program' })),
})

export const SentResetLink = Shape('SentResetLink', {
  sent: Flag('Whether there was anybody to send it to'),
})

/**
 * Mails a reset link to the address of an active person, one they confirmed or the one they began with, once however often
 * the job runs. Where several gave it and nobody confirmed it, each account gets a link of its own.
 */
export async function sendResetLink(
  ctx: PlatformCtx,
  { email, asked_at, ip_address, user_agent }: Static<typeof ResetLinkRequest>,
): Promise<Static<typeof SentResetLink>> {
  const people = await ctx
    .acrossAccounts({ because: 'a request for a reset link names no account' })
    .selectFrom('users')
    .leftJoin('one_time_tokens', (join) =>
      join
        .onRef('one_time_tokens.user_id', '=', 'users.id')
        .on('one_time_tokens.purpose', '=', 'reset_password')
        .on('one_time_tokens.created_at', '>', new Date(asked_at)),
    )
    .select(['users.id', 'users.name', 'users.email', 'users.account_id'])
    .select('one_time_tokens.digest as sent')
    .where('email', '=', normalise(email))
    .where('status', '=', 'active')
    // Never an address that somebody moved to and has not confirmed yet.
    .where((eb) =>
      eb.or([eb('email_verified_at', 'is not', null), eb('unconfirmed_since', 'is not', null)]),
    )
    .orderBy(confirmedFirst)
    .limit(MAX_USERS_PER_ADDRESS)
    .execute()
  const waiting = people.filter(({ sent }) => !sent)
  const overrides = { ...(ip_address && { ip_address }), ...(user_agent && { user_agent }) }
  for (const user of waiting) {
    await ctx.inAccount(user.account_id).transaction(async (tx) => {
      await mailLink(tx, 'reset_password', user)
      await tx.audit('user.password_reset_requested', user.id, { userId: user.id, overrides })
    })
  }
  return { sent: waiting.length > 0 }
}

/**
 * Following a mailed link proves the address it was sent to, and lifts a lock. All sessions end. Where others gave the
 * address too, that alone takes it from nobody: a link to confirm it follows, which says what it does.
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
    const joins = unconfirmed && (await isOnlyUserAt(outer, user.email, user.id))
    if (unconfirmed) await removeEarlierCredentials(tx, user.id)
    await storePassword(tx, user, password)
    if (unconfirmed && !joins) await mailLink(tx, 'verify_email', user)
    if (remove_passkeys) await removeAllPasskeys(tx, user.id)
    await clearFailures(tx, user.id)
    if (joins) await confirmAddress(tx, user.id)
    await tx.audit('user.password_reset', user.id, { userId: user.id })
    if (joins) await tx.emit('user.joined', { id: user.id, name: user.name })
    else await tx.emit('user.password_changed', { id: user.id })
  })
}
