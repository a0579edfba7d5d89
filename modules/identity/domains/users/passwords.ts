import {
  hashPassword,
  isPasswordText,
  normalisePassword,
  passwordMatches,
  passwordProblems,
} from '@powernode/server/platform/crypto/passwords.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { circumstancesOf } from '../sessions/circumstances.ts'
import { endSessions } from '../sessions/ending.ts'
import { revokeTokens, sendLink } from './one_time_tokens.ts'

/** Number of most recent passwords, including the current one, that cannot be reused. */
const HISTORY_SIZE = 12

export interface PasswordColumns {
  password_digest: string | null
  previous_password_digests: string[]
}

/** Checks a new password against the rules and the user's earlier passwords. Returns the columns to store. */
export async function acceptPassword(
  { platform }: PlatformCtx,
  password: string,
  current?: PasswordColumns,
): Promise<PasswordColumns> {
  requirePasswordText(password)
  const { password_min_length } = platform.settings.values
  const problems = passwordProblems(normalisePassword(password), password_min_length)
  if (problems.length > 0) throw fail.invalid({ password: problems })
  const earlier = [current?.password_digest, ...(current?.previous_password_digests ?? [])].filter(
    (digest) => typeof digest === 'string',
  )
  const matches = await Promise.all(earlier.map((digest) => passwordMatches(digest, password)))
  if (matches.includes(true)) throw fail.invalid({ password: ['was used before'] })
  return {
    password_digest: await hashPassword(password),
    previous_password_digests: earlier.slice(0, HISTORY_SIZE - 1),
  }
}

/** Stores a new password. Ends every session except `exceptSession` and revokes all emailed links. */
export async function storePassword(
  tx: Tx,
  user: { id: string; name: string; email: string },
  password: string,
  exceptSession?: string,
): Promise<void> {
  const current = await tx
    .own('users')
    .select()
    .select(['password_digest', 'previous_password_digests'])
    .where('id', '=', user.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const columns = await acceptPassword(tx, password, current)
  await tx
    .own('users')
    .update({ ...columns, updated_at: tx.now() })
    .where('id', '=', user.id)
    .execute()
  await endSessions(tx, user.id, { reason: 'password_changed', except: exceptSession })
  await revokeTokens(tx, user.id)
  if (!current.password_digest) return
  await sendMail(tx, 'password_changed', user.email, {
    name: user.name,
    ...(await circumstancesOf(tx)),
  })
}

/** Changes the caller's own password and keeps their current session. An unconfirmed address gets a new link. */
export async function changeOwnPassword(tx: Tx, userId: string, password: string): Promise<void> {
  const user = await tx
    .own('users')
    .select()
    .select(['id', 'name', 'email', 'email_verified_at'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const session = tx.actor.kind === 'user' ? tx.actor.sessionId : undefined
  await storePassword(tx, user, password, session)
  if (!user.email_verified_at) await sendLink(tx, 'verify_email', user)
  await tx.audit('user.password_changed', userId)
  await tx.emit('user.password_changed', { id: userId })
}

/** 422 for passwords that contain NUL or an unpaired surrogate. */
export function requirePasswordText(password: string, field = 'password'): void {
  if (isPasswordText(password)) return
  throw fail.invalid({ [field]: ['contains characters that cannot be stored'] })
}
