import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/db/context.ts'
import { fail } from '../../platform/http/fail.ts'

const NAMED = 3

/** The roles of `invitations` in the query around it: those it would give by their present names, or those it gave. */
export const invitedRoles = sql<
  string[]
>`case when invitations.status in ('pending', 'expired') then array(
    select roles.name from invitation_roles join roles on roles.id = invitation_roles.role_id
    where invitation_roles.invitation_id = invitations.id order by roles.name)
  else invitations.roles end`

export async function storeInvitedRoles(tx: Tx, id: string, roles: { id: string }[]) {
  if (roles.length === 0) return
  const rows = roles.map((role) => ({ invitation_id: id, role_id: role.id }))
  await tx.own('invitation_roles').insert(rows).execute()
}

/** The roles an invitation refers to, and whether one that it named is gone. */
export async function rolesOfInvitation(ctx: Ctx, id: string) {
  const { named } = await ctx
    .own('invitations')
    .select()
    .select('roles as named')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const roles = await ctx
    .own('invitation_roles')
    .select()
    .innerJoin('roles', 'roles.id', 'invitation_roles.role_id')
    .select(['roles.id', 'roles.name', 'roles.role_type'])
    .where('invitation_id', '=', id)
    .execute()
  return { roles, incomplete: roles.length < new Set(named).size }
}

/** Throws 409 `role_in_use` where an open invitation would give the role. The caller has locked the role. */
export async function requireNotInvitedTo(ctx: Ctx, roleId: string): Promise<void> {
  const open = await ctx
    .own('invitations')
    .select()
    .innerJoin('invitation_roles', 'invitation_roles.invitation_id', 'invitations.id')
    .select(['invitations.id', 'invitations.email'])
    .where('invitation_roles.role_id', '=', roleId)
    .where('status', '=', 'pending')
    .where('expires_at', '>', ctx.now())
    .orderBy('email')
    .execute()
  if (open.length === 0) return
  const more = open.length - NAMED
  const emails = open.slice(0, NAMED).map(({ email }) => email)
  const named = emails.join(', ') + (more > 0 ? ` and ${more} more` : '')
  throw fail.with(
    'role_in_use',
    `Cancel the open invitations that give this role first: ${named}`,
    {
      invitations: open.slice(0, 20),
    },
  )
}
