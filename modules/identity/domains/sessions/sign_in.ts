import { randomUUIDv7 } from 'node:crypto'
import { comparePassword, passwordMatches } from '@powernode/server/platform/crypto/passwords.ts'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Email, Secret, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { type LockedUser, signedInUser, verifyCredential } from '../users/lockout.ts'
import { issueToken } from '../users/one_time_tokens.ts'
import { requirePasswordText } from '../users/passwords.ts'
import { confirmedFirst, MAX_USERS_PER_ADDRESS } from '../users/person.ts'
import { normalise } from '../users/user.ts'
import { isKnownDevice, notifyOfNewDevice } from './devices.ts'
import { type IssuedSession, openSessionOf, SignedIn, signedIn } from './session.ts'

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
  verification_token: Secret('Identifies this sign-in; valid for ten minutes', 'q7Ck…'),
})

/** A session, or a request for the second factor. */
export const SignInResponse = Type.Union([SignedIn, SecondFactorNeeded])

/**
 * Failed attempts lock a user temporarily (see `verifyCredential`). Unknown addresses behave the same, so the response
 * does not reveal whether an address is registered. If several users have the same unconfirmed address, the first one
 * whose password matches is signed in.
 */
export async function signIn(
  ctx: PlatformCtx,
  { email, password }: Static<typeof Credentials>,
): Promise<Static<typeof SignInResponse>> {
  requirePasswordText(password)
  const users = await ctx
    .acrossAccounts({ because: 'a sign-in names no account' })
    .selectFrom('users')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['users.id', 'users.account_id', 'users.password_digest', 'users.locked_until'])
    .select(['users.status', 'users.two_factor_enabled', 'accounts.status as account_status'])
    .select('accounts.name as account_name')
    .select(isKnownDevice(ctx.request?.userAgent ?? null).as('known_device'))
    .where('users.email', '=', normalise(email))
    .orderBy(confirmedFirst)
    .limit(MAX_USERS_PER_ADDRESS)
    .execute()
  if (users.length === 0) throw await refuseUnknown(ctx, normalise(email), password)

  // Compared in parallel, so that several users do not make the response slower.
  const attempts = await Promise.all(
    users.map(async (user) => {
      const compared = await comparePassword(user.password_digest, password)
      return { user, attempt: { password, compared } }
    }),
  )
  const refusals = new Set<string>()
  // Each user has their own count and lock. A wrong password counts for every user before the matching one, so that a
  // caller cannot hide guesses at another user's password behind a correct password of their own.
  for (const { user, attempt } of attempts) {
    if (attempt.compared === 'same' && isOrdinary(user)) {
      const issued = await signInUnchanged(ctx, user)
      if (issued) return signedIn(ctx, issued)
    }
    const outcome = await verifyCredential(ctx, user, attempt, async (tx, row) => {
      requireActive({ ...user, status: row.status })
      if (row.two_factor_enabled) return requestSecondFactor(tx, row)
      return completeSignIn(tx, row.id, 'password')
    })
    if ('result' in outcome)
      return 'requires_2fa' in outcome.result ? outcome.result : signedIn(ctx, outcome.result)
    refusals.add(outcome.refused)
  }
  // If any user is not locked, the response does not mention the lock, so that it does not reveal the others.
  throw refusals.has('wrong') ? fail.with('invalid_credentials') : accountLocked()
}

/** Counts a failed attempt for an unknown address, with the same limit and lock time as for a user. */
async function refuseUnknown(ctx: PlatformCtx, email: string, password: string) {
  await passwordMatches(null, password)
  const { max_failed_login_attempts, account_lockout_minutes } = ctx.platform.settings.values
  const exhausted = await ctx.platform.limits.exhausted('unknown_email', digestOf(email), {
    points: max_failed_login_attempts,
    seconds: account_lockout_minutes * 60,
  })
  return exhausted ? accountLocked() : fail.with('invalid_credentials')
}

/** Whether the correct password alone signs the user in, without an email about a new device. */
function isOrdinary(user: {
  status: string
  account_status: string
  two_factor_enabled: boolean
  known_device: boolean
}): boolean {
  const active = user.status === 'active' && user.account_status === 'active'
  return active && user.known_device && !user.two_factor_enabled
}

/**
 * Signs in with the correct password. All that other requests of the user wait for is the last statement and the commit.
 * Undefined if the user was locked or changed since they were read: `verifyCredential` then decides.
 */
function signInUnchanged(
  ctx: PlatformCtx,
  user: { id: string; account_id: string; password_digest: string | null },
): Promise<IssuedSession | undefined> {
  return ctx
    .inAccount(user.account_id)
    .transaction((tx) => recordSignIn(tx, user.id, 'password', user.password_digest))
    .catch((error) => {
      if (error === CHANGED) return undefined
      throw error
    })
}

async function requestSecondFactor(tx: Tx, user: LockedUser) {
  const verification_token = await issueToken(tx, user, 'two_factor')
  await tx.audit('user.login_2fa_required', user.id, { userId: user.id })
  return { requires_2fa: true as const, verification_token }
}

/** Tells a user who proved their identity why they cannot sign in, and who can change that. */
export function requireActive({
  status,
  account_status,
  account_name,
}: {
  status: string
  account_status: string
  account_name: string
}): void {
  if (status !== 'active') {
    const reason = status === 'suspended' ? 'has been suspended' : 'is not active'
    throw fail.with(
      'user_inactive',
      `Your account ${reason}. Ask an administrator of ${account_name} to reactivate it`,
    )
  }
  if (account_status !== 'active') {
    const reason = account_status === 'suspended' ? 'has been suspended' : 'is not active'
    throw fail.with(
      'account_inactive',
      `The account ${account_name} ${reason}. Contact the administrators of this server`,
    )
  }
}

type Method = 'password' | 'password_2fa' | 'passkey' | 'invitation'

/**
 * Opens a session for an authenticated user, whose row is locked, and resets the count of failures. `signedIn` creates the
 * tokens after commit.
 */
export async function completeSignIn(tx: Tx, id: string, method: Method): Promise<IssuedSession> {
  await notifyOfNewDevice(tx, id)
  return recordSignIn(tx, id, method)
}

/** With `digest`, throws CHANGED unless the password with this digest is enough to sign in. */
async function recordSignIn(tx: Tx, id: string, method: Method, digest?: string | null) {
  const sessionId = randomUUIDv7()
  await tx.audit('user.login', id, {
    userId: id,
    metadata: { session_id: sessionId, login_method: method },
  })
  await tx.emit('user.login', { id })
  // Last, because other sign-ins of the user wait from here until the commit.
  const issued = await openSessionOf(tx, id, signedInUser(tx, id, digest), { id: sessionId })
  if (!issued) throw CHANGED
  return issued
}

/** Rolls the transaction back. */
const CHANGED = new Error('the user changed during the sign-in')

export const accountLocked = () => fail.with('account_locked')
