import { type Ctx, type Tx, userBehind } from '@powernode/server/platform/db/context.ts'
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
export const Label = Title(100, { description: 'What people call it', examples: ['Member'] })
export const About = Type.String({ description: 'What it is for' })
export const PermissionName = Text(100, {
  description: 'Name of a permission',
  examples: ['users.read'],
})

export const Role = Shape('Role', {
  id: Id(),
  name: RoleName,
  display_name: Label,
  description: About,
  role_type: Choice(
    ['user', 'admin', 'system'],
    'Admin roles act across accounts, system roles are for workers',
  ),
  immutable: Flag('Built in: cannot be changed or deleted'),
  permissions: ListOf(PermissionName, { description: 'What its holders may do' }),
  users_count: Count('People of this account who hold it'),
  created_at: Time('When it was made'),
  updated_at: Time('When it last changed'),
})

export const AssignableRole = Shape('AssignableRole', {
  id: Id(),
  name: RoleName,
  display_name: Label,
  description: About,
  permissions_count: Count('How many permissions it holds'),
})

export const PermissionRow = Shape('Permission', {
  id: Id(),
  name: PermissionName,
  description: About,
  category: Choice(['resource', 'admin', 'system'], 'Where it applies'),
  roles_count: Count('Roles of this account, built-in ones included, that hold it'),
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

/** Roles that hold nothing the caller lacks. */
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
    .where(holdsNothingBeyond(userBehind(ctx)?.permissions))
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
 * Gives a user exactly these roles. The caller must hold every permission of each role added or taken away
 * (403 `role_not_assignable`); unknown names are 422.
 */
export async function setRoles(tx: Tx, userId: string, names: string[]): Promise<void> {
  const held = await rolesOf(tx, userId)
  const changed = [...new Set(names).symmetricDifference(new Set(held))]
  if (changed.length === 0) return
  await requireAssignable(tx, changed)

  await tx.own('user_roles').delete().where('user_id', '=', userId).execute()
  if (names.length === 0) return
  const wanted = await visibleRoles(tx)
    .select(['id', 'name'])
    .where('name', 'in', names)
    .forKeyShare()
    .execute()
  refuseUnknown(names, wanted) // one may have been deleted meanwhile
  const rows = wanted.map((role) => ({ user_id: userId, role_id: role.id }))
  await tx.own('user_roles').insert(rows).execute()
}

/** The roles of these names. Throws unless the caller may give and take each of them. */
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
        .and([eb('role_type', '!=', 'system'), holdsNothingBeyond(userBehind(ctx)?.permissions)])
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

/** Gives a new person these roles; what may be given was judged before. */
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

/** Everything a user may do in this account. */
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

/** The account's own roles and the built-in ones, which belong to no account and so escape own(). */
export function visibleRoles(ctx: Ctx) {
  return ctx.db
    .selectFrom('roles')
    .where((eb) =>
      eb.or([eb('roles.account_id', 'is', null), eb('roles.account_id', '=', ctx.account.id)]),
    )
}

/** A condition on roles: no permission that is not among these. The system itself has no set, and lacks none. */
function holdsNothingBeyond(mine: ReadonlySet<Permission> | undefined) {
  if (!mine) return sql<boolean>`true`
  return sql<boolean>`not exists (
    select from role_permissions rp join permissions p on p.id = rp.permission_id
    where rp.role_id = roles.id and p.name <> all(${[...mine]}::text[]))`
}
