import type { Static } from 'typebox'
import type { Ctx } from '../../platform/db/context.ts'
import { type Failure, fail } from '../../platform/http/fail.ts'
import { Choice } from '../../platform/http/shapes.ts'
import { beyondRights } from '../roles/role.ts'
import { rightsIn } from '../users/rights.ts'
import { rolesOfInvitation } from './roles.ts'

export const VoidReason = Choice(
  ['account_inactive', 'role_deleted', 'inviter_lost_rights'],
  'Why it cannot be accepted although it is pending',
)

const texts = {
  role_deleted: 'A role of this invitation was deleted. Ask for a new invitation',
  inviter_lost_rights:
    'Whoever sent this invitation may no longer give these roles. Ask for a new invitation',
}

/**
 * Why a pending invitation cannot be accepted, judged by what its inviter may do now: invite, and give each of the
 * roles. Undefined where it can.
 */
export async function voidReason(
  ctx: Ctx,
  { id, inviter_id }: { id: string; inviter_id: string | null },
): Promise<Static<typeof VoidReason> | undefined> {
  const account = await ctx.db
    .selectFrom('accounts')
    .select('status')
    .where('id', '=', ctx.account.id)
    .executeTakeFirstOrThrow()
  if (account.status !== 'active') return 'account_inactive'
  const { roles, incomplete } = await rolesOfInvitation(ctx, id)
  if (incomplete) return 'role_deleted'
  const rights = inviter_id ? await rightsIn(ctx, inviter_id) : new Set<never>()
  const ids = roles.map((role) => role.id)
  if (!rights.has('invitations.create') || (await beyondRights(ctx, ids, rights)))
    return 'inviter_lost_rights'
  return undefined
}

export function voidFailure(reason: Static<typeof VoidReason>): Failure {
  if (reason === 'account_inactive') return fail.with('account_inactive')
  return fail.with('invitation_void', texts[reason], { reason })
}
