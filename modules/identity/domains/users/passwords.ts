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
import { endSessions } from '../sessions/ending.ts'
import { dropTokens, mailLink } from './one_time_tokens.ts'

/** How many passwords, the current one included, may not be used again. */
const REMEMBERED = 12

interface Known {
  password_digest: string | null
  previous_password_digests: string[]
}

/** Checks a new password against the rules and the person's earlier ones; returns the columns to store. */
export async function acceptPassword(
  { platform }: PlatformCtx,
  password: string,
  known?: Known,
): Promise<Known> {
  requirePasswordText(password)
  const { password_min_length } = platform.settings.values
  const problems = passwordProblems(normalisePassword(password), password_min_length)
  if (problems.length > 0) throw fail.invalid({ password: problems })
  const earlier = [known?.password_digest, ...(known?.previous_password_digests ?? [])].filter(
    (digest) => typeof digest === 'string',
  )
  const matches = await Promise.all(earlier.map((digest) => passwordMatches(digest, password)))
  if (matches.includes(true)) throw fail.invalid({ password: ['was used before'] })
  return {
    password_digest: await hashPassword(password),
    previous_password_digests: earlier.slice(0, REMEMBERED - 1),
  }
}

/** Stores a new password, and ends every session but `exceptSession` and every mailed link. */
export async function storePassword(
  tx: Tx,
  user: { id: string; name: string; email: string },
  password: string,
  exceptSession?: string,
): Promise<void> {
  const known = await tx
    .own('users')
    .select()
    .select(['password_digest', 'previous_password_digests'])
    .where('id', '=', user.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const columns = await acceptPassword(tx, password, known)
  await tx
    .own('users')
    .update({ ...columns, updated_at: tx.now() })
    .where('id', '=', user.id)
    .execute()
  await endSessions(tx, user.id, { reason: 'password_changed', except: exceptSession })
  await dropTokens(tx, user.id)
  if (known.password_digest) await sendMail(tx, 'password_changed', user.email, { name: user.name })
}

/** The person changes their own password; their present session survives. An unconfirmed address gets a new link. */
export async function changeOwnPassword(tx: Tx, userId: string, password: string): Promise<void> {
  const user = await tx
    .own('users')
    .select()
    .select(['id', 'name', 'email', 'email_verified_at'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const session = tx.actor.kind === 'user' ? tx.actor.sessionId : undefined
  await storePassword(tx, user, password, session)
  if (!user.email_verified_at) await mailLink(tx, 'verify_email', user)
  await tx.audit('user.password_changed', userId)
  await tx.emit('user.password_changed', { id: userId })
}

/** 422 for what no keyboard makes: a NUL, or half of a surrogate pair. */
export function requirePasswordText(password: string, field = 'password'): void {
  if (isPasswordText(password)) return
  throw fail.invalid({ [field]: ['contains characters that cannot be stored'] })
}
