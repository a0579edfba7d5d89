import { type Static, Type } from 'typebox'
import { credentialsAt } from '../../platform/auth/credentials.ts'
import { digestOf } from '../../platform/crypto/vault.ts'
import type { PlatformCtx } from '../../platform/db/context.ts'
import { fail } from '../../platform/http/fail.ts'
import { Shape } from '../../platform/http/shapes.ts'
import { acceptCode } from '../two_factor/code.ts'
import { signedIn } from './session.ts'
import { locked, recordFailure, recordSuccess } from './sign_in.ts'

export const SecondFactor = Shape({
  verification_token: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'From the answer to /auth/login',
    examples: ['q7Ck…'],
  }),
  code: Type.String({
    minLength: 1,
    maxLength: 20,
    description: 'Authenticator or backup code',
    examples: ['492039'],
  }),
})

/**
 * Finishes a sign-in with a code. Wrong codes count toward the lock like wrong passwords, and every refusal but the
 * lock reads the same.
 */
export async function verifySecondFactor(
  ctx: PlatformCtx,
  { verification_token, code }: Static<typeof SecondFactor>,
) {
  const pending = await ctx
    .acrossAccounts()
    .selectFrom('one_time_tokens')
    .innerJoin('users', 'users.id', 'one_time_tokens.user_id')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['users.id', 'users.account_id', 'users.locked_until', 'one_time_tokens.digest'])
    .where('digest', '=', digestOf(verification_token))
    .where('purpose', '=', 'two_factor')
    .where('expires_at', '>', ctx.now())
    .where('users.status', '=', 'active')
    .where('accounts.status', '=', 'active')
    .where('made_for', '=', credentialsAt('users'))
    .executeTakeFirst()
  if (!pending) throw fail.with('invalid_2fa')
  if (pending.locked_until && pending.locked_until > ctx.now()) throw locked()

  // The token goes first: of two requests with the right code, one finds it gone.
  const right = await ctx.inAccount(pending.account_id).transaction(async (tx) => {
    if (!(await acceptCode(tx, pending.id, code))) return false
    const { numDeletedRows } = await tx
      .own('one_time_tokens')
      .delete()
      .where('digest', '=', pending.digest)
      .executeTakeFirst()
    await tx.audit('user.second_factor_accepted', pending.id, { userId: pending.id })
    return numDeletedRows === 1n
  })
  if (!right) {
    const failure = await recordFailure(ctx, pending)
    throw failure.code === 'account_locked' ? failure : fail.with('invalid_2fa')
  }
  return signedIn(ctx, await recordSuccess(ctx, pending, 'password_2fa'))
}
