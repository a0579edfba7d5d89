import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

const MAX_LISTED = 3

/**
 * The role ids of the row of `invitations` in the outer query. The previous version stored only names; for those rows,
 * roles created after the invitation are ignored because a different role was meant.
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

/** Role names of the row of `invitations` in the outer query: current names while it is open, otherwise the stored ones. */
export const invitedRoles = sql<
  string[]
>`case when invitations.status in ('pending', 'expired') then array(
    select given.name from roles given where given.id in (${givenRoleIds}) order by given.name)
  else invitations.roles end`

/** Idempotent. */
export async function storeInvitedRoles(tx: Tx, id: string, roles: { id: string }[]) {
  if (roles.length === 0) return
  const rows = roles.map((role) => ({ invitation_id: id, role_id: role.id }))
  await tx
    .own('invitation_roles')
    .insert(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The roles of an invitation, and whether one of them was deleted. */
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

/** Call it before a role is renamed: open invitations that store role names only get the ids of their roles. */
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

/** Throws 409 `role_in_use` if a pending invitation has the role. The caller has locked the role. */
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
  const more = open.length - MAX_LISTED
  const emails = open.slice(0, MAX_LISTED).map(({ email }) => email)
  const named = emails.join(', ') + (more > 0 ? ` and ${more} more` : '')
  throw fail.with('role_in_use', `Cancel the pending invitations with this role first: ${named}`, {
    invitations: open.slice(0, 20),
  })
}
