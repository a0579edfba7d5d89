import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { credentialsAt } from '../users/credentials.ts'
import { verifyCredential } from '../users/lockout.ts'
import { spendToken } from '../users/one_time_tokens.ts'
import { signedIn } from './session.ts'
import { completeSignIn, locked } from './sign_in.ts'

export const SecondFactor = Shape('SecondFactor', {
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
    .acrossAccounts({ because: 'a sign-in names no account' })
    .selectFrom('one_time_tokens')
    .innerJoin('users', 'users.id', 'one_time_tokens.user_id')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['users.id', 'users.account_id', 'users.locked_until', 'users.password_digest'])
    .where('digest', '=', digestOf(verification_token))
    .where('purpose', '=', 'two_factor')
    .where('expires_at', '>', ctx.now())
    .where('users.status', '=', 'active')
    .where('accounts.status', '=', 'active')
    .where('made_for', '=', credentialsAt('users'))
    .executeTakeFirst()
  if (!pending) throw fail.with('invalid_2fa')

  const judged = await verifyCredential(ctx, pending, { code }, async (tx, { id, status }) => {
    // Of two requests with the right codes, one finds the sign-in finished.
    if (!(await spendToken(tx, verification_token))) throw spent()
    if (status !== 'active') throw fail.with('invalid_2fa')
    await tx.audit('user.second_factor_accepted', id, { userId: id })
    return completeSignIn(tx, id, 'password_2fa')
  })
  if ('refused' in judged) {
    if (judged.refused === 'spent') throw spent()
    throw judged.refused === 'locked' ? locked() : fail.with('invalid_2fa')
  }
  return signedIn(ctx, judged.result)
}

/** Whoever sends a right code twice, as a double click does, has not guessed. */
const spent = () => new Failure('invalid_2fa', undefined, { wrongGuess: false })
