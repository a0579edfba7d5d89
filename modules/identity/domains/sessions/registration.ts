import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { Account } from '../accounts/account.ts'
import { createAccountWithUser } from '../accounts/creation.ts'
import { signedInUser } from '../users/lockout.ts'
import { sendLink } from '../users/one_time_tokens.ts'
import { acceptPassword } from '../users/passwords.ts'
import { emailTaken, NewUser, Password } from '../users/user.ts'
import { openSession, signedIn } from './session.ts'

export const Registration = Shape('Registration', {
  name: NewUser.properties.name,
  email: NewUser.properties.email,
  password: Password,
  account_name: Type.String({ ...Account.properties.name, description: 'Name of the new account' }),
})

/** Creates an account with its owner, emails the confirmation link and signs in. */
export async function register(ctx: PlatformCtx, input: Static<typeof Registration>) {
  if (!ctx.platform.settings.values.registration_enabled) throw fail.with('registration_disabled')
  const { name, email, password, account_name } = input
  const secret = await acceptPassword(ctx, password)
  const issued = await ctx
    .transaction(async (outer) => {
      const person = { name, email, secret, roles: ['owner'], verified: false }
      const { tx, user } = await createAccountWithUser(outer, account_name, person)
      await sendLink(tx, 'verify_email', user)
      return openSession(tx, user.id, {}, signedInUser(tx, user.id))
    })
    .catch(emailTaken)
  return signedIn(ctx, issued)
}
