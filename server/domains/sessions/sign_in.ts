import { type Static, Type } from 'typebox'
import { passwordMatches } from '../../platform/crypto/passwords.ts'
import { digestOf } from '../../platform/crypto/vault.ts'
import type { PlatformCtx } from '../../platform/db/context.ts'
import { type Failure, fail } from '../../platform/http/fail.ts'
import { Email, Shape } from '../../platform/http/shapes.ts'
import { issueToken } from '../users/one_time_tokens.ts'
import { normalise } from '../users/user.ts'
import { tellOfNewDevice } from './devices.ts'
import { type Issued, openSession, SignedIn, signedIn } from './session.ts'

const LONGEST_LOCK_MINUTES = 480

export const Credentials = Shape({
  email: Email(),
  password: Type.String({
    minLength: 1,
    maxLength: 1024,
    description: 'Password',
    examples: ['Correct-Horse-7-Battery'],
  }),
})

export const SecondFactorNeeded = Shape({
  requires_2fa: Type.Literal(true, { description: 'Send a code to /auth/verify-2fa' }),
  verification_token: Type.String({
    description: 'Names this sign-in, for ten minutes',
    examples: ['q7Ck…'],
  }),
})

/** A session, or the question for the second factor. */
export const SignInAnswer = Type.Union([SignedIn, SecondFactorNeeded])

/**
 * Five wrong passwords lock an address for 30 minutes, each further wrong one after that for twice as long, up
 * to 8 hours; both figures can be set. An address that nobody has behaves the same, so that trying tells nothing.
 */
export async function signIn(
  ctx: PlatformCtx,
  input: Static<typeof Credentials>,
): Promise<Static<typeof SignInAnswer>> {
  const email = normalise(input.email)
  const user = await ctx
    .acrossAccounts()
    .selectFrom('users')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['users.id', 'users.account_id', 'users.password_digest', 'users.status'])
    .select(['users.locked_until', 'users.two_factor_enabled', 'accounts.status as account_status'])
    .where('users.email', '=', email)
    .executeTakeFirst()

  if (user?.locked_until && user.locked_until > ctx.now()) throw locked()
  const matches = await passwordMatches(user?.password_digest ?? null, input.password)
  if (!user) {
    const { max_failed_login_attempts, account_lockout_minutes } = ctx.platform.settings.values
    const exhausted = await ctx.platform.limits.exhausted('unknown_email', digestOf(email), {
      points: max_failed_login_attempts,
      seconds: account_lockout_minutes * 60,
    })
    throw exhausted ? locked() : fail.with('invalid_credentials')
  }
  if (!matches) throw await recordFailure(ctx, user)
  if (user.status !== 'active') throw fail.with('user_inactive')
  if (user.account_status !== 'active') throw fail.with('account_inactive')
  if (user.two_factor_enabled) return askForSecondFactor(ctx, user)
  return signedIn(ctx, await recordSuccess(ctx, user, 'password'))
}

function askForSecondFactor(ctx: PlatformCtx, { id, account_id }: Person) {
  return ctx.inAccount(account_id).transaction(async (tx) => {
    const verification_token = await issueToken(tx, id, 'two_factor')
    await tx.audit('user.login_2fa_required', id, { userId: id })
    return { requires_2fa: true as const, verification_token }
  })
}

type Person = { id: string; account_id: string }

/** Opens the session of somebody who has proven who they are, and forgets their failures. */
export function recordSuccess(
  ctx: PlatformCtx,
  { id, account_id }: Person,
  method: 'password' | 'password_2fa' | 'passkey',
): Promise<Issued> {
  return ctx.inAccount(account_id).transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .own('users')
      .update({
        failed_login_attempts: 0,
        lock_count: 0,
        locked_until: null,
        last_login_at: tx.now(),
      })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw fail.with('invalid_credentials') // deleted meanwhile
    await tellOfNewDevice(tx, id)
    const issued = await openSession(tx, id)
    await tx.audit('user.login', id, {
      userId: id,
      metadata: { session_id: issued.sessionId, login_method: method },
    })
    await tx.emit('user.login', { id })
    await tx.forget({ user: id })
    return issued
  })
}

/** Counts a wrong password or code, under a lock on the row so that parallel guesses are all counted. */
export function recordFailure(ctx: PlatformCtx, { id, account_id }: Person): Promise<Failure> {
  return ctx.inAccount(account_id).transaction(async (tx) => {
    const user = await tx
      .own('users')
      .select()
      .select(['failed_login_attempts', 'lock_count', 'locked_until'])
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!user) return fail.with('invalid_credentials') // deleted meanwhile
    const { failed_login_attempts, lock_count, locked_until } = user
    if (locked_until && locked_until > tx.now()) return locked()

    const failures = failed_login_attempts + 1
    const { max_failed_login_attempts, account_lockout_minutes } = tx.platform.settings.values
    const locks = failures >= max_failed_login_attempts
    const longest = Math.max(LONGEST_LOCK_MINUTES, account_lockout_minutes)
    const minutes = Math.min(account_lockout_minutes * 2 ** lock_count, longest)
    await tx
      .own('users')
      .update({
        failed_login_attempts: failures,
        ...(locks && {
          lock_count: lock_count + 1,
          locked_until: new Date(tx.now().getTime() + minutes * 60_000),
        }),
      })
      .where('id', '=', id)
      .execute()
    await tx.audit('user.login_failed', id, { userId: id, metadata: { failures } })
    if (!locks) return fail.with('invalid_credentials')
    await tx.audit('user.locked', id, { userId: id, metadata: { minutes } })
    await tx.emit('user.locked', { id, minutes })
    return locked()
  })
}

export const locked = () => fail.with('account_locked')
