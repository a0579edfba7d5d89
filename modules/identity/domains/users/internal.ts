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

/** A person as workers see them, to write to. One-time links travel with the jobs that mail them. */
export const WorkerUser = Shape('WorkerUser', {
  id: Id(),
  account_id: Id('Account of the person'),
  name: Text(100, { description: 'Full name' }),
  email: Email(),
  email_verified: Flag('Whether the address is confirmed'),
  last_login_at: Nullable(Time('Last sign-in')),
  created_at: Time('When the person was added'),
})

export const internalUsers = resource(
  '/internal/users',
  'People of any account, for mails',
  (r) => {
    r.get(
      '/:id',
      { can: 'system.users.read', of: WorkerUser, summary: 'Anybody, for mails' },
      ({ ctx, id }) => readAnyUser(ctx, id),
    )
  },
)

async function readAnyUser(ctx: PlatformCtx, id: string) {
  const user = await ctx
    .acrossAccounts({ because: 'workers write to people of every account' })
    .selectFrom('users')
    .select(['id', 'account_id', 'name', 'email', 'last_login_at', 'created_at'])
    .select(sql<boolean>`email_verified_at is not null`.as('email_verified'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!user) throw fail.notFound('user')
  return user
}
