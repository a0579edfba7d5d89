import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Email, Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { claimAddress, lockAddressOf } from '../users/addresses.ts'
import { confirmAddress } from '../users/changes.ts'
import { requireMailAllowed } from '../users/mail_limits.ts'
import { redeemToken, sendLink } from '../users/one_time_tokens.ts'

const RESEND_SECONDS = 300

export const VerificationToken = Shape('VerificationToken', {
  token: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Token from the emailed link',
    examples: ['q7Ck…'],
  }),
})

export const VerifiedEmail = Shape('VerifiedEmail', {
  user: Shape({
    id: Id(),
    email: Email(),
    email_verified: Type.Literal(true, { description: 'Always true' }),
  }),
})

/** Confirms an address. Other users who have not confirmed the same address lose it. Idempotent. */
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

/** Sends a new link: at most one every five minutes per user, and a limited number per hour and address across accounts. */
export async function resendVerification(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'user') return
  const { userId } = ctx.actor
  const { email } = await requireResendable(ctx, userId)
  await requireMailAllowed(ctx, 'confirmation_mail', email)
  await ctx.transaction(async (tx) => {
    await tx.own('users').select().select('id').where('id', '=', userId).forNoKeyUpdate().execute()
    await sendLink(tx, 'verify_email', await requireResendable(tx, userId))
    await tx.audit('user.verification_resent', userId)
  })
}

/** The user, if another link can be sent now. */
async function requireResendable(ctx: Ctx, userId: string) {
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
    throw fail.with('invalid_transition', 'This address is already confirmed')
  const waited = user.sent_at
    ? (ctx.now().getTime() - user.sent_at.getTime()) / 1000
    : RESEND_SECONDS
  if (waited < RESEND_SECONDS) {
    const seconds = Math.ceil(RESEND_SECONDS - waited)
    throw fail.rateLimited({ name: 'resend', limit: 1, window: RESEND_SECONDS, seconds })
  }
  return user
}
