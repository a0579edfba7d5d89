import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Choice } from '@powernode/server/platform/http/shapes.ts'
import { type Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { permissionsIn } from '../roles/effective_permissions.ts'
import { givenRoleIds } from './roles.ts'

export const VoidReason = Choice(
  ['account_inactive', 'role_deleted', 'inviter_lost_rights'],
  'Why a pending invitation cannot be accepted',
)

const texts = {
  role_deleted: 'A role of this invitation was deleted. Request a new invitation',
  inviter_lost_rights:
    'The sender of this invitation can no longer assign its roles. Request a new invitation',
}

/**
 * Why the pending row of `invitations` in the outer query cannot be accepted; null if it can. The inviter must still be
 * able to invite users and to assign each of the roles.
 */
export function voidReasonOf(now: Date) {
  return sql<Static<typeof VoidReason> | null>`case
    when (select status from accounts where accounts.id = invitations.account_id) <> 'active'
      then 'account_inactive'
    when (select count(*) from (${givenRoleIds}) given)
      < (select count(distinct named) from unnest(invitations.roles) named) then 'role_deleted'
    when exists (select from (${givenRoleIds}) given join roles on roles.id = given.role_id
        where roles.role_type = 'system')
      or exists (
        (select 'invitations.create' as name union
          select p.name from (${givenRoleIds}) given
          join role_permissions rp on rp.role_id = given.role_id
          join permissions p on p.id = rp.permission_id)
        except
        select held.name from users u join accounts home on home.id = u.account_id,
          lateral (${permissionsIn(sql.ref('invitations.account_id'), now)}) held
          where u.id = invitations.inviter_id and u.status = 'active' and home.status = 'active'
      ) then 'inviter_lost_rights'
    end`
}

export async function readVoidReason(ctx: Ctx, id: string) {
  const { reason } = await ctx
    .own('invitations')
    .select()
    .select(voidReasonOf(ctx.now()).as('reason'))
    .where('invitations.id', '=', id)
    .executeTakeFirstOrThrow()
  return reason
}

export function voidFailure(reason: Static<typeof VoidReason>): Failure {
  if (reason === 'account_inactive') return fail.with('account_inactive')
  return fail.with('invitation_void', texts[reason], { reason })
}
