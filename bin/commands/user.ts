import {
  createAdmin,
  generatePassword,
} from '@powernode/modules/identity/domains/users/first_admin.ts'
import { clearFailures } from '@powernode/modules/identity/domains/users/lockout.ts'
import { storePassword } from '@powernode/modules/identity/domains/users/passwords.ts'
import { confirmedFirst } from '@powernode/modules/identity/domains/users/person.ts'
import { normalise } from '@powernode/modules/identity/domains/users/user.ts'
import { sql } from 'kysely'
import { openModules } from '../../server/app.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { createLog, migrateOnce } from '../../server/main.ts'
import type { PlatformCtx } from '../../server/platform/db/context.ts'
import { isDuplicate, openDatabase } from '../../server/platform/db/database.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { Failure } from '../../server/platform/kernel/fail.ts'
import { openPlatform } from '../../server/platform/platform.ts'
import { requireInstallation, withDatabase } from './installation.ts'
import { openMasterKey } from './master_key.ts'

interface Options {
  email: string
  name: string
  password?: string
}

export async function createUserCommand({ email, name, password = generatePassword() }: Options) {
  await asSystem(readConfig(), (ctx) => createAdmin(ctx, { name, email, password }))
  process.stdout.write(`Created ${email} with the password ${password}\n`)
}

export async function resetPasswordCommand({ email, password = generatePassword() }: Options) {
  const config = readConfig()
  await requireInstallation(config)
  const reset = async (ctx: PlatformCtx) => {
    const user = await ctx
      .acrossAccounts({ because: 'an address names no account' })
      .selectFrom('users')
      .select(['id', 'name', 'email', 'account_id'])
      .where('email', '=', normalise(email))
      .orderBy(confirmedFirst)
      .executeTakeFirst()
    if (!user) throw new ConfigError(`No user has the address ${email}`)
    await ctx.inAccount(user.account_id).transaction(async (tx) => {
      await storePassword(tx, user, password)
      await clearFailures(tx, user.id)
      await tx.audit('user.password_reset', user.id, { metadata: { by: 'command line' } })
    })
  }
  await asSystem(config, reset, { mustExist: true })
  process.stdout.write(`${email} now has the password ${password}\n`)
}

/** Refuses a database without a schema, before migrations create one. */
async function requireSchema(databaseUrl: string) {
  const { db } = openDatabase(databaseUrl, 1)
  try {
    await sql`select from users limit 0`.execute(db)
  } finally {
    await db.destroy()
  }
}

/** Runs `work` as the system; reports a refusal in one line. */
async function asSystem(
  config: Config,
  work: (ctx: PlatformCtx) => Promise<void>,
  { mustExist = false } = {},
) {
  await withDatabase(config, async (databaseUrl) => {
    if (mustExist) await requireSchema(databaseUrl)
    await migrateOnce(config, databaseUrl)
    const log = createLog({ ...config, LOG_LEVEL: 'warn' })
    const domains = await openModules(config)
    const masterKey = await openMasterKey(config, databaseUrl)
    const platform = await openPlatform(config, databaseUrl, masterKey, log, domains)
    try {
      await work(platform.system())
    } catch (error) {
      if (isDuplicate(error, 'users_email')) throw new ConfigError('email is already taken')
      if (!(error instanceof Failure)) throw error
      const problems = Object.entries(error.extra.errors ?? {}).flatMap(([field, texts]) =>
        texts.map((text) => `${field} ${text}`),
      )
      throw new ConfigError(problems.join('; ') || error.message)
    } finally {
      await platform.close()
    }
  })
}
