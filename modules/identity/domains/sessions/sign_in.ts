import { comparePassword, passwordMatches } from '@powernode/server/platform/crypto/passwords.ts'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Email, Secret, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { clearFailures, type LockedUser, verifyCredential } from '../users/lockout.ts'
import { issueToken } from '../users/one_time_tokens.ts'
import { requirePasswordText } from '../users/passwords.ts'
import { confirmedFirst, MAX_USERS_PER_ADDRESS } from '../users/person.ts'
import { normalise } from '../users/user.ts'
import { notifyOfNewDevice } from './devices.ts'
import { type IssuedSession, openSession, SignedIn, signedIn } from './session.ts'

export const Credentials = Shape('Credentials', {
  email: Email(),
  password: Type.String({
    minLength: 1,
    maxLength: 1024,
    description: 'Password',
    examples: ['Correct-Horse-7-Battery'],
  }),
})

export const SecondFactorNeeded = Shape('SecondFactorNeeded', {
  requires_2fa: Type.Literal(true, { description: 'Send a code to /auth/verify-2fa' }),
  verification_token: Secret('Names this sign-in, for ten minutes', 'q7Ck…'),
})

/** A session, or the question for the second factor. */
export const SignInAnswer = Type.Union([SignedIn, SecondFactorNeeded])

/**
 * Wrong passwords lock an address for a while (see `guess`). An address that nobody has behaves the same, so that trying
 * tells nothing. Where several people gave an address that nobody confirmed, the first whose password it is signs in.
 */
export async function signIn(
  ctx: PlatformCtx,
  { email, password }: Static<typeof Credentials>,
): Promise<Static<typeof SignInAnswer>> {
  requirePasswordText(password)
  const people = await ctx
    .acrossAccounts({ because: 'a sign-in names no account' })
    .selectFrom('users')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['users.id', 'users.account_id', 'users.password_digest', 'users.locked_until'])
    .select('accounts.status as account_status')
    .where('users.email', '=', normalise(email))
    .orderBy(confirmedFirst)
    .limit(MAX_USERS_PER_ADDRESS)
    .execute()
  if (people.length === 0) throw await refuseUnknown(ctx, normalise(email), password)

  // All are compared at once, so that an answer takes no longer for several.
  const guesses = await Promise.all(
    people.map(async (user) => {
      const compared = await comparePassword(user.password_digest, password)
      return { user, guessed: { password, compared } }
    }),
  )
  const refusals = new Set<string>()
  // Each has a count and a lock of their own. Wrong counts for all who come before the right one, so that a right guess at
  // an account of one's own hides no wrong one at somebody else's.
  for (const { user, guessed } of guesses) {
    const judged = await verifyCredential(ctx, user, guessed, async (tx, row) => {
      if (row.status !== 'active') throw fail.with('user_inactive')
      if (user.account_status !== 'active') throw fail.with('account_inactive')
      if (row.two_factor_enabled) return askForSecondFactor(tx, row)
      return completeSignIn(tx, row.id, 'password')
    })
    if ('result' in judged)
      return 'requires_2fa' in judged.result ? judged.result : signedIn(ctx, judged.result)
    refusals.add(judged.refused)
  }
  // Whoever is not locked decides what is answered, so that nobody learns of the others.
  throw refusals.has('wrong') ? fail.with('invalid_credentials') : locked()
}

/** Counts a try at an address that nobody has, for as long as a real one would be locked. */
async function refuseUnknown(ctx: PlatformCtx, email: string, password: string) {
  await passwordMatches(null, password)
  const { max_failed_login_attempts, account_lockout_minutes } = ctx.platform.settings.values
  const exhausted = await ctx.platform.limits.exhausted('unknown_email', digestOf(email), {
    points: max_failed_login_attempts,
    seconds: account_lockout_minutes * 60,
  })
  return exhausted ? locked() : fail.with('invalid_credentials')
}

async function askForSecondFactor(tx: Tx, user: LockedUser) {
  const verification_token = await issueToken(tx, user, 'two_factor')
  await tx.audit('user.login_2fa_required', user.id, { userId: user.id })
  return { requires_2fa: true as const, verification_token }
}

type Method = 'password' | 'password_2fa' | 'passkey'

/** Opens the session of somebody who has proven who they are, and forgets their failures. */
export function recordSuccess(
  ctx: PlatformCtx,
  { id, account_id }: { id: string; account_id: string },
  method: Method,
): Promise<IssuedSession> {
  return ctx.inAccount(account_id).transaction((tx) => completeSignIn(tx, id, method))
}

/** The same inside a transaction; `signedIn` makes the tokens once that has committed. */
export async function completeSignIn(tx: Tx, id: string, method: Method): Promise<IssuedSession> {
  const there = await clearFailures(tx, id, { last_login_at: tx.now() })
  if (!there) throw fail.with('invalid_credentials') // deleted meanwhile
  await notifyOfNewDevice(tx, id)
  const issued = await openSession(tx, id)
  await tx.audit('user.login', id, {
    userId: id,
    metadata: { session_id: issued.sessionId, login_method: method },
  })
  await tx.emit('user.login', { id })
  await tx.forget({ user: id })
  return issued
}

export const locked = () => fail.with('account_locked')
