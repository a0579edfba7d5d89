import { randomBytes } from 'node:crypto'
import { passwordProblems } from '@powernode/server/platform/crypto/passwords.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { compileStrict, fieldErrors } from '@powernode/server/platform/http/validation.ts'
import { ConfigError } from '@powernode/server/platform/kernel/config_error.ts'
import { type FieldErrors, fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { foundAccount } from '../accounts/foundation.ts'
import { NewUser } from './user.ts'

const NAME = 'Administrator'
const fits = compileStrict(Type.Pick(NewUser, ['name', 'email']))

/** What to show the operator, once. */
export interface FirstAdmin {
  email: string
  password: string
  generated: boolean
}

/**
 * On an empty installation, makes the first administrator from the settings, or with a generated password.
 * Undefined when somebody is there already. Servers that start together make one.
 */
export async function ensureFirstAdmin(ctx: PlatformCtx): Promise<FirstAdmin | undefined> {
  const { POWERNODE_ADMIN_EMAIL, POWERNODE_ADMIN_PASSWORD } = ctx.platform.config
  const email = POWERNODE_ADMIN_EMAIL ?? 'admin@example.com'
  const password = POWERNODE_ADMIN_PASSWORD ?? generatePassword()
  const { email: wrong } = personProblems({ name: NAME, email })
  if (wrong) throw new ConfigError(`POWERNODE_ADMIN_EMAIL ${wrong.join('; ')}`)
  const problems = passwordProblems(password)
  if (problems.length > 0) throw new ConfigError(`POWERNODE_ADMIN_PASSWORD ${problems.join('; ')}`)
  const made = await ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode first admin'))`.execute(tx.db)
    const somebody = await tx
      .acrossAccounts({ because: 'whether the installation has anybody at all' })
      .selectFrom('users')
      .select('id')
      .limit(1)
      .execute()
    if (somebody.length > 0) return false
    await createAdmin(tx, { name: NAME, email, password })
    return true
  })
  if (!made) return undefined
  return { email, password, generated: POWERNODE_ADMIN_PASSWORD === undefined }
}

/** An administrator of the platform, in an account of their own. What the API would refuse fails as it does there. */
export async function createAdmin(
  ctx: PlatformCtx,
  person: { name: string; email: string; password: string },
): Promise<void> {
  const problems = personProblems(person)
  if (Object.keys(problems).length > 0) throw fail.invalid(problems)
  await ctx.transaction(async (tx) => {
    await foundAccount(tx, 'Powernode', { ...person, roles: ['owner', 'admin'], verified: true })
  })
}

/** What the API refuses in the name and address of a new person: field name → texts. */
function personProblems({ name, email }: { name: string; email: string }): FieldErrors {
  return fits({ name, email }) ? {} : fieldErrors(fits.errors ?? [])
}

/** A random password that satisfies the rules. */
export function generatePassword(): string {
  for (;;) {
    const password = `${randomBytes(21).toString('base64url')}-aZ7`
    if (passwordProblems(password).length === 0) return password
  }
}
