import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  ListOf,
  Pattern,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import { Type } from 'typebox'

export const RoleName = Pattern('^[a-z_.]{1,100}$', 'may contain only a–z, _ and .', {
  description: 'Name of a role',
  examples: ['member'],
})
export const Label = Title(100, { description: 'Display name', examples: ['Member'] })
export const RoleDescription = Type.String({ description: 'Description' })
export const PermissionName = Text(100, {
  description: 'Name of a permission',
  examples: ['users.read'],
})

export const Role = Shape('Role', {
  id: Id(),
  name: RoleName,
  display_name: Label,
  description: RoleDescription,
  role_type: Choice(
    ['user', 'admin', 'system'],
    'Admin roles apply to all accounts, system roles are for workers',
  ),
  immutable: Flag('Whether the role is built in and cannot be changed or deleted'),
  permissions: ListOf(PermissionName, { description: 'Permissions of the role' }),
  users_count: Count('Users of this account with the role'),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last updated'),
})

export const AssignableRole = Shape('AssignableRole', {
  id: Id(),
  name: RoleName,
  display_name: Label,
  description: RoleDescription,
  permissions_count: Count('Number of permissions'),
})

export const PermissionRow = Shape('Permission', {
  id: Id(),
  name: PermissionName,
  description: RoleDescription,
  category: Choice(['resource', 'admin', 'system'], 'Scope of the permission'),
  roles_count: Count('Roles of this account with the permission, including built-in roles'),
  created_at: Time('When it was added'),
})

export function listRoles(ctx: Ctx, page: PageRequest) {
  return paginate(ctx, selectRoles(ctx), page, 'roles')
}

export async function readRole(ctx: Ctx, id: string) {
  const role = await selectRoles(ctx).where('roles.id', '=', id).executeTakeFirst()
  if (!role) throw fail.notFound('role')
  return role
}

/** Roles without permissions that the caller lacks. */
export function listAssignable(ctx: Ctx, page: PageRequest) {
  const query = visibleRoles(ctx)
    .select((eb) => [
      'roles.id',
      'roles.name',
      'roles.display_name',
      'roles.description',
      sql<number>`(select count(*) from role_permissions where role_id = ${eb.ref('roles.id')})`.as(
        'permissions_count',
      ),
    ])
    .where('roles.role_type', '!=', 'system')
    .where(hasOnly(callingUser(ctx)?.permissions))
  return paginate(ctx, query, page, 'roles')
}

export function listPermissions(ctx: Ctx, page: PageRequest) {
  const query = ctx.db.selectFrom('permissions').select((eb) => [
    'id',
    'name',
    'description',
    'category',
    'created_at',
    sql<number>`(
        select count(*) from role_permissions rp join roles r on r.id = rp.role_id
        where rp.permission_id = ${eb.ref('permissions.id')}
          and (r.account_id is null or r.account_id = ${ctx.account.id}))`.as('roles_count'),
  ])
  return paginate(ctx, query, page, 'permissions')
}

/**
 * Replaces a user's roles. The caller must have every permission of each role that is added or removed
 * (403 `role_not_assignable`); unknown names are 422.
 */
export async function setRoles(tx: Tx, userId: string, names: string[]): Promise<void> {
  const current = await rolesOf(tx, userId)
  const changed = [...new Set(names).symmetricDifference(new Set(current))]
  if (changed.length === 0) return
  await requireAssignable(tx, changed)

  await tx.own('user_roles').delete().where('user_id', '=', userId).execute()
  if (names.length === 0) return
  const roles = await visibleRoles(tx)
    .select(['id', 'name'])
    .where('name', 'in', names)
    .forKeyShare()
    .execute()
  refuseUnknown(names, roles) // one may have been deleted concurrently
  const rows = roles.map((role) => ({ user_id: userId, role_id: role.id }))
  await tx.own('user_roles').insert(rows).execute()
}

/** Roles by name. Throws unless the caller can assign each of them. */
export async function requireAssignable(
  ctx: Ctx,
  names: string[],
): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return []
  const known = await visibleRoles(ctx)
    .select((eb) => [
      'id',
      'name',
      eb
        .and([eb('role_type', '!=', 'system'), hasOnly(callingUser(ctx)?.permissions)])
        .as('assignable'),
    ])
    .where('name', 'in', names)
    .execute()
  refuseUnknown(names, known)
  if (!known.every((role) => role.assignable)) throw fail.with('role_not_assignable')
  return known.map(({ id, name }) => ({ id, name }))
}

function refuseUnknown(names: string[], known: { name: string }[]) {
  const unknown = names.filter((name) => !known.some((role) => role.name === name))
  if (unknown.length > 0) throw fail.invalid({ roles: [`unknown role: ${unknown.join(', ')}`] })
}

/** Assigns roles to a new user. The caller has checked that they can be assigned. */
export async function assignRoles(tx: Tx, userId: string, roleIds: string[]): Promise<void> {
  if (roleIds.length === 0) return
  const rows = roleIds.map((role_id) => ({ user_id: userId, role_id }))
  await tx.own('user_roles').insert(rows).execute()
}

export async function rolesOf(ctx: Ctx, userId: string): Promise<string[]> {
  const rows = await ctx
    .own('user_roles')
    .select()
    .innerJoin('roles', 'roles.id', 'user_roles.role_id')
    .select('roles.name')
    .where('user_id', '=', userId)
    .execute()
  return rows.map((row) => row.name)
}

/** All permissions of a user in this account. */
export async function permissionsOf(ctx: Ctx, userId: string): Promise<Permission[]> {
  const rows = await ctx
    .own('user_roles')
    .select()
    .innerJoin('role_permissions', 'role_permissions.role_id', 'user_roles.role_id')
    .innerJoin('permissions', 'permissions.id', 'role_permissions.permission_id')
    .select('permissions.name')
    .distinct()
    .where('user_id', '=', userId)
    .orderBy('permissions.name')
    .execute()
  return rows.map((row) => row.name as Permission)
}

function selectRoles(ctx: Ctx) {
  return visibleRoles(ctx).select((eb) => [
    'roles.id',
    'roles.name',
    'roles.display_name',
    'roles.description',
    'roles.role_type',
    'roles.created_at',
    'roles.updated_at',
    eb('roles.account_id', 'is', null).$castTo<boolean>().as('immutable'),
    sql<string[]>`array(
      select p.name from role_permissions rp join permissions p on p.id = rp.permission_id
      where rp.role_id = ${eb.ref('roles.id')} order by p.name)`.as('permissions'),
    sql<number>`(
      select count(*) from user_roles
      where role_id = ${eb.ref('roles.id')} and account_id = ${ctx.account.id})`.as('users_count'),
  ])
}

/** Roles of the account and built-in roles; `own()` excludes built-in roles because they belong to no account. */
export function visibleRoles(ctx: Ctx) {
  return ctx.db
    .selectFrom('roles')
    .where((eb) =>
      eb.or([eb('roles.account_id', 'is', null), eb('roles.account_id', '=', ctx.account.id)]),
    )
}

/** Condition on roles: all permissions are in the given set. Undefined means the system, which has all permissions. */
function hasOnly(permissions: ReadonlySet<Permission> | undefined) {
  if (!permissions) return sql<boolean>`true`
  return sql<boolean>`not exists (
    select from role_permissions rp join permissions p on p.id = rp.permission_id
    where rp.role_id = roles.id and p.name <> all(${[...permissions]}::text[]))`
}
