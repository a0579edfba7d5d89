import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  Email,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { RoleName } from '../roles/role.ts'
import { invitedRoles } from './roles.ts'

/** An invitation as returned to workers. Its link is part of the job that emails it. */
export const WorkerInvitation = Shape('WorkerInvitation', {
  id: Id(),
  email: Email('Address of the invited user'),
  name: Nullable(Text(100, { description: 'Full name, if the inviter entered it' })),
  roles: ListOf(RoleName, { description: 'Roles the user will have' }),
  account_name: Text(100, { description: 'Name of the account' }),
  inviter_name: Nullable(
    Text(100, { description: 'Name of the inviter; null if they were deleted' }),
  ),
  expires_at: Time('When it expires'),
})

export const internalInvitations = resource(
  '/internal/invitations',
  'Invitations, for sending email',
  (r) => {
    r.get(
      '/:id',
      {
        can: 'system.invitations.read',
        of: WorkerInvitation,
        summary: 'Get an invitation for sending email',
      },
      ({ ctx, id }) => readAnyInvitation(ctx, id),
    )
  },
)

async function readAnyInvitation(ctx: PlatformCtx, id: string) {
  const invitation = await ctx
    .acrossAccounts({ because: 'workers send email to users of every account' })
    .selectFrom('invitations')
    .innerJoin('accounts', 'accounts.id', 'invitations.account_id')
    .leftJoin('users', 'users.id', 'invitations.inviter_id')
    .select(['invitations.id', 'invitations.email', 'invitations.name', 'expires_at'])
    .select(invitedRoles.as('roles'))
    .select(['accounts.name as account_name', 'users.name as inviter_name'])
    .where('invitations.id', '=', id)
    .executeTakeFirst()
  if (!invitation) throw fail.notFound('invitation')
  return invitation
}
