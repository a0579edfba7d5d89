import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  Email,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

/** A user as returned to workers. One-time links are part of the jobs that email them. */
export const WorkerUser = Shape('WorkerUser', {
  id: Id(),
  account_id: Id('Account of the user'),
  name: Text(100, { description: 'Full name' }),
  email: Email(),
  email_verified: Flag('Whether the address is confirmed'),
  last_login_at: Nullable(Time('Last sign-in')),
  created_at: Time('When the user was created'),
})

export const internalUsers = resource(
  '/internal/users',
  'Users of any account, for sending email',
  (r) => {
    r.get(
      '/:id',
      { can: 'system.users.read', of: WorkerUser, summary: 'Get a user for sending email' },
      ({ ctx, id }) => readAnyUser(ctx, id),
    )
  },
)

async function readAnyUser(ctx: PlatformCtx, id: string) {
  const user = await ctx
    .acrossAccounts({ because: 'workers send email to users of every account' })
    .selectFrom('users')
    .select(['id', 'account_id', 'name', 'email', 'last_login_at', 'created_at'])
    .select(sql<boolean>`email_verified_at is not null`.as('email_verified'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!user) throw fail.notFound('user')
  return user
}
