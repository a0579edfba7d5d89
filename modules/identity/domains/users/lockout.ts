import {
  comparePassword,
  hashPassword,
  type PasswordMatch,
} from '@powernode/server/platform/crypto/passwords.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { acceptCode, type CodeResult } from '../two_factor/code.ts'
import { requirePasswordText } from './passwords.ts'

const MAX_LOCK_MINUTES = 480

/** A user as read before their row was locked. */
export interface CredentialOwner {
  id: string
  account_id: string
  password_digest: string | null
  locked_until: Date | null
}

/**
 * `compared` is the result of comparing the password with the user's digest, if the caller did so already. `take` checks
 * a code of a setup that is not finished, while the row is locked.
 */
export type CredentialAttempt =
  | { password: string; compared?: PasswordMatch }
  | { code: string }
  | { take: (tx: Tx) => Promise<CodeResult> }

/** `wrong` was counted. `spent` is a correct code that was used before; not counted. `locked` was not checked, or caused the lock. */
export interface AttemptRefused {
  refused: 'wrong' | 'spent' | 'locked'
  /** Seconds until the lock ends. */
  seconds: number
}

type Row = Awaited<ReturnType<typeof lockUser>>
export type LockedUser = NonNullable<Row>

/**
 * Checks a user's password or code. All checks share one count of failures per user: the fifth failure locks for
 * 30 minutes, each further lock lasts twice as long, up to 8 hours; the first two values are settings. The password is
 * hashed first, without a connection or row lock; the row is then locked, so parallel attempts cannot exceed the limit.
 * `onRight` runs in the transaction that accepted the attempt.
 */
export async function verifyCredential<T>(
  ctx: PlatformCtx,
  user: CredentialOwner,
  attempt: CredentialAttempt,
  onRight: (tx: Tx, row: LockedUser) => Promise<T>,
): Promise<{ result: T } | AttemptRefused> {
  const wait = secondsLocked(ctx, user.locked_until)
  const password = 'password' in attempt ? attempt.password : undefined
  // Also for locked users: a faster response would reveal that the user exists.
  const compared =
    'password' in attempt
      ? (attempt.compared ?? (await comparePassword(user.password_digest, attempt.password)))
      : undefined
  if (wait > 0) return { refused: 'locked', seconds: wait }
  const rehashed = compared === 'outdated' ? await hashPassword(password ?? '') : undefined

  const outcome = await ctx.inAccount(user.account_id).transaction(async (tx) => {
    const row = await lockUser(tx, user.id)
    if (!row) return { refused: 'wrong' as const, seconds: 0 }
    const seconds = secondsLocked(tx, row.locked_until)
    if (seconds > 0) return { refused: 'locked' as const, seconds }
    if (compared && row.password_digest !== user.password_digest) return { changed: row }
    const spent = 'password' in attempt ? undefined : await checkCode(tx, row.id, attempt)
    if (spent === 'spent') return { refused: 'spent' as const, seconds: 0 }
    if (compared === 'different' || spent === 'wrong') return countFailure(tx, row)
    if (rehashed) await storeDigest(tx, row.id, rehashed)
    return { result: await onRight(tx, row) }
  })
  // The password changed during hashing: compare again with the new digest.
  return 'changed' in outcome
    ? verifyCredential(ctx, { ...user, ...outcome.changed }, { password: password ?? '' }, onRight)
    : outcome
}

/**
 * Checks the password or code of the user who is signed in: 422 on `field` if it is wrong, 429 after too many attempts.
 * The session is kept. Success does not reset the count of failures: only a complete sign-in does.
 */
export async function verifyOwnCredential<T>(
  ctx: Ctx,
  userId: string,
  attempt: CredentialAttempt,
  { field, wrong }: { field: string; wrong: string },
  onRight: (tx: Tx) => Promise<T>,
): Promise<T> {
  if ('password' in attempt) requirePasswordText(attempt.password, field)
  const user = await ctx
    .own('users')
    .select()
    .select(['id', 'account_id', 'password_digest', 'locked_until'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) throw fail.notFound('user')
  const outcome = await verifyCredential(ctx, user, attempt, onRight)
  if ('result' in outcome) return outcome.result
  const failure = fail.invalid({ [field]: [wrong] })
  if (outcome.refused === 'wrong') throw fail.wrongGuess(failure)
  if (outcome.refused === 'spent') throw failure
  const { max_failed_login_attempts, account_lockout_minutes } = ctx.platform.settings.values
  const rule = { name: 'guesses', limit: max_failed_login_attempts }
  throw fail.rateLimited(
    { ...rule, window: account_lockout_minutes * 60, seconds: outcome.seconds },
    { scope: 'user', tier: null },
    'Too many wrong passwords or codes. Try again later',
  )
}

/** Transactions that require the current password again, so that a stolen session cannot take over the user. */
export function withOwnPassword(ctx: Ctx, userId: string, currentPassword: string | undefined) {
  const prompt = { field: 'current_password', wrong: 'is incorrect' }
  return {
    async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      if (currentPassword === undefined) throw fail.invalid({ [prompt.field]: [prompt.wrong] })
      return verifyOwnCredential(ctx, userId, { password: currentPassword }, prompt, work)
    },
  }
}

const NO_FAILURES = { failed_login_attempts: 0, lock_count: 0, locked_until: null }

/** Resets the count of failures and the lock, by an administrator or with a new password. */
export async function clearFailures(tx: Tx, userId: string): Promise<void> {
  await tx.own('users').update(NO_FAILURES).where('id', '=', userId).execute()
}

/**
 * The update of a user who signs in, which returns their id. With `digest`, only if the password alone is enough and
 * `digest` is still that of the password.
 */
export function signedInUser(tx: Tx, userId: string, digest?: string | null) {
  const update = tx
    .own('users')
    .update({ ...NO_FAILURES, last_login_at: tx.now() })
    .where('id', '=', userId)
    .returning('id')
  if (digest === undefined) return update
  return update
    .where('password_digest', '=', digest)
    .where('status', '=', 'active')
    .where('two_factor_enabled', '=', false)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', tx.now())]))
}

function checkCode(
  tx: Tx,
  id: string,
  attempt: { code: string } | { take: (tx: Tx) => Promise<CodeResult> },
) {
  return 'take' in attempt ? attempt.take(tx) : acceptCode(tx, id, attempt.code)
}

/** Locks the row of a user. Undefined if they were deleted. */
export function lockUser(tx: Tx, id: string) {
  return tx
    .own('users')
    .select()
    .select(['id', 'email', 'status', 'two_factor_enabled', 'password_digest'])
    .select(['failed_login_attempts', 'lock_count', 'locked_until'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

async function countFailure(tx: Tx, { id, ...row }: LockedUser): Promise<AttemptRefused> {
  const failures = row.failed_login_attempts + 1
  const { max_failed_login_attempts, account_lockout_minutes } = tx.platform.settings.values
  const locks = failures >= max_failed_login_attempts
  const maxMinutes = Math.max(MAX_LOCK_MINUTES, account_lockout_minutes)
  const minutes = Math.min(account_lockout_minutes * 2 ** row.lock_count, maxMinutes)
  await tx
    .own('users')
    .update({
      failed_login_attempts: failures,
      ...(locks && {
        lock_count: row.lock_count + 1,
        locked_until: new Date(tx.now().getTime() + minutes * MINUTE_MS),
      }),
    })
    .where('id', '=', id)
    .execute()
  const action = tx.actor.kind === 'visitor' ? 'user.login_failed' : 'user.proof_failed'
  await tx.audit(action, id, { userId: id, metadata: { failures } })
  if (!locks) return { refused: 'wrong', seconds: 0 }
  await tx.audit('user.locked', id, { userId: id, metadata: { minutes } })
  await tx.emit('user.locked', { id, minutes })
  return { refused: 'locked', seconds: minutes * 60 }
}

async function storeDigest(tx: Tx, id: string, password_digest: string) {
  await tx.own('users').update({ password_digest }).where('id', '=', id).execute()
}

function secondsLocked({ now }: PlatformCtx, until: Date | null): number {
  return until ? Math.ceil((until.getTime() - now().getTime()) / 1000) : 0
}
