import { randomBytes } from 'node:crypto'
import { passwordProblems } from '@powernode/server/platform/crypto/passwords.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { compileStrict, fieldErrors } from '@powernode/server/platform/http/validation.ts'
import { ConfigError } from '@powernode/server/platform/kernel/config_error.ts'
import { type FieldErrors, fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { createAccountWithUser } from '../accounts/creation.ts'
import { acceptPassword } from './passwords.ts'
import { NewUser } from './user.ts'

const NAME = 'Administrator'
const isValid = compileStrict(Type.Pick(NewUser, ['name', 'email']))

/** Credentials shown to the operator once. */
export interface FirstAdmin {
  email: string
  password: string
  generated: boolean
}

/**
 * Creates the first administrator of an empty installation from the configuration, or with a generated password.
 * Returns undefined if a user exists. Servers that start at the same time create only one.
 */
export async function ensureFirstAdmin(ctx: PlatformCtx): Promise<FirstAdmin | undefined> {
  const { POWERNODE_ADMIN_EMAIL, POWERNODE_ADMIN_PASSWORD } = ctx.platform.config
  const email = POWERNODE_ADMIN_EMAIL ?? 'admin@example.com'
  const password = POWERNODE_ADMIN_PASSWORD ?? generatePassword()
  const { email: wrong } = userProblems({ name: NAME, email })
  if (wrong) throw new ConfigError(`POWERNODE_ADMIN_EMAIL ${wrong.join('; ')}`)
  const problems = passwordProblems(password)
  if (problems.length > 0) throw new ConfigError(`POWERNODE_ADMIN_PASSWORD ${problems.join('; ')}`)
  const made = await ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode first admin'))`.execute(tx.db)
    const existing = await tx
      .acrossAccounts({ because: 'checks whether the installation has any user' })
      .selectFrom('users')
      .select('id')
      .limit(1)
      .execute()
    if (existing.length > 0) return false
    await createAdmin(tx, { name: NAME, email, password })
    return true
  })
  if (!made) return undefined
  return { email, password, generated: POWERNODE_ADMIN_PASSWORD === undefined }
}

/** Creates a platform administrator in a new account. Applies the same validation as the API. */
export async function createAdmin(
  ctx: PlatformCtx,
  { password, ...user }: { name: string; email: string; password: string },
): Promise<void> {
  const problems = userProblems(user)
  if (Object.keys(problems).length > 0) throw fail.invalid(problems)
  const secret = await acceptPassword(ctx, password)
  await ctx.transaction(async (tx) => {
    await createAccountWithUser(tx, 'Powernode', {
      ...user,
      secret,
      roles: ['owner', 'admin'],
      verified: true,
    })
  })
}

/** Validation errors of the name and address of a new user: field name → messages. */
function userProblems({ name, email }: { name: string; email: string }): FieldErrors {
  return isValid({ name, email }) ? {} : fieldErrors(isValid.errors ?? [])
}

/** A random password that satisfies the rules. */
export function generatePassword(): string {
  for (;;) {
    const password = `${randomBytes(21).toString('base64url')}-aZ7`
    if (passwordProblems(password).length === 0) return password
  }
}
