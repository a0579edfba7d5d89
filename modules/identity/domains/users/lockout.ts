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

const LONGEST_LOCK_MINUTES = 480

/** A person as they were read before their row was locked. */
export interface CredentialOwner {
  id: string
  account_id: string
  password_digest: string | null
  locked_until: Date | null
}

/**
 * `compared` is what the password was found to be with the digest of `Guessed`. `take` judges a code that is not yet one of theirs, under the lock on the row.
 */
export type CredentialAttempt =
  | { password: string; compared?: PasswordMatch }
  | { code: string }
  | { take: (tx: Tx) => Promise<CodeResult> }

/** `wrong` was counted. `spent` is a code that was right before, and is not. `locked` was not looked at, or was one too many. */
export interface AttemptRefused {
  refused: 'wrong' | 'spent' | 'locked'
  /** Until the lock ends. */
  seconds: number
}

type Row = Awaited<ReturnType<typeof lockPerson>>
export type LockedUser = NonNullable<Row>

/**
 * The one place where a password or code of somebody is judged, with one count of failures for all of them: the fifth
 * locks for 30 minutes, each after that for twice as long, up to 8 hours; both figures can be set. The password is
 * hashed before, holding neither row nor connection; the row lock then decides, so that of guesses sent at once none
 * gets past the lock. `onRight` runs in the transaction that decided.
 */
export async function verifyCredential<T>(
  ctx: PlatformCtx,
  person: CredentialOwner,
  guessed: CredentialAttempt,
  onRight: (tx: Tx, row: LockedUser) => Promise<T>,
): Promise<{ result: T } | AttemptRefused> {
  const wait = secondsLocked(ctx, person.locked_until)
  const password = 'password' in guessed ? guessed.password : undefined
  // Also of somebody who is locked: an answer that came sooner would tell that there is somebody.
  const compared =
    'password' in guessed
      ? (guessed.compared ?? (await comparePassword(person.password_digest, guessed.password)))
      : undefined
  if (wait > 0) return { refused: 'locked', seconds: wait }
  const rehashed = compared === 'outdated' ? await hashPassword(password ?? '') : undefined

  const judged = await ctx.inAccount(person.account_id).transaction(async (tx) => {
    const row = await lockPerson(tx, person.id)
    if (!row) return { refused: 'wrong' as const, seconds: 0 }
    const seconds = secondsLocked(tx, row.locked_until)
    if (seconds > 0) return { refused: 'locked' as const, seconds }
    if (compared && row.password_digest !== person.password_digest) return { changed: row }
    const spent = 'password' in guessed ? undefined : await takeCode(tx, row.id, guessed)
    if (spent === 'spent') return { refused: 'spent' as const, seconds: 0 }
    if (compared === 'different' || spent === 'wrong') return countFailure(tx, row)
    if (rehashed) await storeDigest(tx, row.id, rehashed)
    return { result: await onRight(tx, row) }
  })
  // The password changed while it was hashed: it is compared with the new one.
  return 'changed' in judged
    ? verifyCredential(ctx, { ...person, ...judged.changed }, { password: password ?? '' }, onRight)
    : judged
}

/**
 * A guess of somebody who is signed in, at their own password or code: 422 on `field` where it is wrong, 429 while there
 * were too many. Their session goes on. A right one clears no count: only a whole sign-in does.
 */
export async function verifyOwnCredential<T>(
  ctx: Ctx,
  userId: string,
  guessed: CredentialAttempt,
  { field, wrong }: { field: string; wrong: string },
  onRight: (tx: Tx) => Promise<T>,
): Promise<T> {
  if ('password' in guessed) requirePasswordText(guessed.password, field)
  const person = await ctx
    .own('users')
    .select()
    .select(['id', 'account_id', 'password_digest', 'locked_until'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!person) throw fail.notFound('user')
  const judged = await verifyCredential(ctx, person, guessed, onRight)
  if ('result' in judged) return judged.result
  const refusal = fail.invalid({ [field]: [wrong] })
  if (judged.refused === 'wrong') throw fail.wrongGuess(refusal)
  if (judged.refused === 'spent') throw refusal
  const { max_failed_login_attempts, account_lockout_minutes } = ctx.platform.settings.values
  const rule = { name: 'guesses', limit: max_failed_login_attempts }
  throw fail.rateLimited(
    { ...rule, window: account_lockout_minutes * 60, seconds: judged.seconds },
    { scope: 'user', tier: null },
    'Too many wrong passwords or codes. Try again later',
  )
}

/** Transactions of what would let a borrowed session take the whole account over: they need the password once more. */
export function withOwnPassword(ctx: Ctx, userId: string, currentPassword: string | undefined) {
  const asked = { field: 'current_password', wrong: 'is not right' }
  return {
    async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      if (currentPassword === undefined) throw fail.invalid({ [asked.field]: [asked.wrong] })
      return verifyOwnCredential(ctx, userId, { password: currentPassword }, asked, work)
    },
  }
}

/** Forgets the failures of somebody who has proven who they are, or whom an administrator lets in. */
export async function clearFailures(
  tx: Tx,
  userId: string,
  signedIn: { last_login_at?: Date } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .own('users')
    .update({ failed_login_attempts: 0, lock_count: 0, locked_until: null, ...signedIn })
    .where('id', '=', userId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function takeCode(
  tx: Tx,
  id: string,
  guessed: { code: string } | { take: (tx: Tx) => Promise<CodeResult> },
) {
  return 'take' in guessed ? guessed.take(tx) : acceptCode(tx, id, guessed.code)
}

function lockPerson(tx: Tx, id: string) {
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
  const longest = Math.max(LONGEST_LOCK_MINUTES, account_lockout_minutes)
  const minutes = Math.min(account_lockout_minutes * 2 ** row.lock_count, longest)
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
