import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Email, Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { allowedBy } from '@powernode/server/platform/http/throttles.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { claimAddress, lockAddressOf } from '../users/addresses.ts'
import { confirmAddress } from '../users/changes.ts'
import { mailLink, redeemToken } from '../users/one_time_tokens.ts'

const RESEND_SECONDS = 300
const HOUR = 3600

export const VerificationToken = Shape('VerificationToken', {
  token: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'From the mailed link',
    examples: ['q7Ck…'],
  }),
})

export const VerifiedEmail = Shape('VerifiedEmail', {
  user: Shape({
    id: Id(),
    email: Email(),
    email_verified: Type.Literal(true, { description: 'Always so from here on' }),
  }),
})

/** Whoever reads the mail of an address has it: others who gave the same without confirming it lose it. Again it changes nothing. */
export function verifyEmail(ctx: PlatformCtx, { token }: Static<typeof VerificationToken>) {
  return ctx.transaction(async (outer) => {
    await lockAddressOf(outer, token)
    const user = await redeemToken(outer, token, 'verify_email')
    if (!user) throw fail.with('token_invalid')
    const { id, email } = user
    const verified = { user: { id, email, email_verified: true as const } }
    if (user.email_verified_at) return verified
    const tx = outer.inAccount(user.account_id)
    await claimAddress(outer, email, id)
    await confirmAddress(tx, id)
    await tx.audit('user.email_verified', id, { userId: id, new: { email } })
    await tx.emit('user.email_verified', { id, email })
    await tx.forget({ user: id })
    return verified
  })
}

/** Sends a fresh link, at most every five minutes, and to an address so many an hour, whichever accounts ask. */
export async function resendVerification(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'user') return
  const { userId } = ctx.actor
  const { email } = await waitingFor(ctx, userId)
  // Counted before the transaction: it takes a connection of its own.
  const limit = allowedBy('confirmation_mail', ctx.platform.settings.values)
  const budget = { points: limit + 1, seconds: HOUR }
  if (await ctx.platform.limits.exhausted('confirmation_mail', digestOf(email), budget))
    throw fail.rateLimited({ name: 'resend', limit, window: HOUR, seconds: HOUR })
  await ctx.transaction(async (tx) => {
    await tx.own('users').select().select('id').where('id', '=', userId).forNoKeyUpdate().execute()
    await mailLink(tx, 'verify_email', await waitingFor(tx, userId))
    await tx.audit('user.verification_resent', userId)
  })
}

/** Somebody who may be sent another link now. */
async function waitingFor(ctx: Ctx, userId: string) {
  const user = await ctx
    .own('users')
    .select()
    .leftJoin('one_time_tokens', (join) =>
      join
        .onRef('one_time_tokens.user_id', '=', 'users.id')
        .on('one_time_tokens.purpose', '=', 'verify_email'),
    )
    .select(['users.id', 'users.name', 'users.email', 'users.email_verified_at'])
    .select('one_time_tokens.created_at as sent_at')
    .where('users.id', '=', userId)
    .executeTakeFirstOrThrow()
  if (user.email_verified_at)
    throw fail.with('invalid_transition', 'This address is confirmed already')
  const waited = user.sent_at
    ? (ctx.now().getTime() - user.sent_at.getTime()) / 1000
    : RESEND_SECONDS
  if (waited < RESEND_SECONDS) {
    const seconds = Math.ceil(RESEND_SECONDS - waited)
    throw fail.rateLimited({ name: 'resend', limit: 1, window: RESEND_SECONDS, seconds })
  }
  return user
}
