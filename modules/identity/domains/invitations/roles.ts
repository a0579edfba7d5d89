import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

const NAMED = 3

/**
 * The ids of the roles that `invitations` in the query around it gives. A server of the version before stores names alone;
 * of those, a role made after the invitation is not the one that was meant.
 */
export const givenRoleIds = sql`
  select invitation_roles.role_id from invitation_roles
  where invitation_roles.invitation_id = invitations.id
  union all
  select named.id from roles named where named.name = any(invitations.roles)
    and (named.account_id is null
      or (named.account_id = invitations.account_id and named.created_at <= invitations.created_at))
    and not exists (
      select from invitation_roles where invitation_roles.invitation_id = invitations.id)`

/** The roles of `invitations` in the query around it: those it would give by their present names, or those it gave. */
export const invitedRoles = sql<
  string[]
>`case when invitations.status in ('pending', 'expired') then array(
    select given.name from roles given where given.id in (${givenRoleIds}) order by given.name)
  else invitations.roles end`

/** Those that are there already stay. */
export async function storeInvitedRoles(tx: Tx, id: string, roles: { id: string }[]) {
  if (roles.length === 0) return
  const rows = roles.map((role) => ({ invitation_id: id, role_id: role.id }))
  await tx
    .own('invitation_roles')
    .insert(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The roles an invitation gives, and whether one that it named is gone. */
export async function rolesOfInvitation(ctx: Ctx, id: string) {
  const given = sql<{ id: string; name: string }[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', given.id, 'name', given.name)), '[]')
    from roles given where given.id in (${givenRoleIds}))`
  const { named, roles } = await ctx
    .own('invitations')
    .select()
    .select(['roles as named', given.as('roles')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { roles, incomplete: roles.length < new Set(named).size }
}

/** For before a role is renamed: invitations that name it alone refer to it, and to their other roles, from then on. */
export async function storeRolesOfInvitationsTo(tx: Tx, name: string): Promise<void> {
  const open = await tx
    .own('invitations')
    .select()
    .select(['id', sql<string[]>`array(${givenRoleIds})`.as('role_ids')])
    .where('status', 'in', ['pending', 'expired'])
    .where(sql<boolean>`${name} = any(invitations.roles)`)
    .where(sql<boolean>`not exists (
      select from invitation_roles where invitation_roles.invitation_id = invitations.id)`)
    .execute()
  for (const { id, role_ids } of open) {
    const roles = role_ids.map((role) => ({ id: role }))
    await storeInvitedRoles(tx, id, roles)
  }
}

/** Throws 409 `role_in_use` where an open invitation would give the role. The caller has locked the role. */
export async function requireNotInvitedTo(ctx: Ctx, roleId: string): Promise<void> {
  const open = await ctx
    .own('invitations')
    .select()
    .select(['invitations.id', 'invitations.email'])
    .where(sql<boolean>`${roleId}::uuid in (${givenRoleIds})`)
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
