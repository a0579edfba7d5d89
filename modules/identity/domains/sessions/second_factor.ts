import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { credentialsAt } from '../users/credentials.ts'
import { verifyCredential } from '../users/lockout.ts'
import { consumeToken } from '../users/one_time_tokens.ts'
import { signedIn } from './session.ts'
import { accountLocked, completeSignIn } from './sign_in.ts'

export const SecondFactor = Shape('SecondFactor', {
  verification_token: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'From the response to /auth/login',
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
 * Completes a sign-in with a code. Wrong codes count toward the lock like wrong passwords. All failures except the lock
 * return the same error.
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

  const outcome = await verifyCredential(ctx, pending, { code }, async (tx, { id, status }) => {
    // If two requests send correct codes, only one completes the sign-in.
    if (!(await consumeToken(tx, verification_token))) throw spent()
    if (status !== 'active') throw fail.with('invalid_2fa')
    await tx.audit('user.second_factor_accepted', id, { userId: id })
    return completeSignIn(tx, id, 'password_2fa')
  })
  if ('refused' in outcome) {
    if (outcome.refused === 'spent') throw spent()
    throw outcome.refused === 'locked' ? accountLocked() : fail.with('invalid_2fa')
  }
  return signedIn(ctx, outcome.result)
}

/** A correct code that is sent twice, as by a double click, does not count as a wrong attempt. */
const spent = () => new Failure('invalid_2fa', undefined, { wrongGuess: false })
