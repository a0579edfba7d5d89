import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { isReferenceViolation, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Changes, Count, ListOf, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { requireNotInvitedTo, storeRolesOfInvitationsTo } from '../invitations/roles.ts'
import { selectUsers } from '../users/user.ts'
import { Label, PermissionName, RoleDescription, RoleName, readRole, visibleRoles } from './role.ts'

const Permissions = ListOf(PermissionName, {
  description: 'Permissions of the role',
  examples: [['users.read']],
  maxItems: 500,
})

export const NewRole = Shape('NewRole', {
  name: RoleName,
  display_name: Type.Optional(Label),
  description: Type.Optional(Type.String({ ...RoleDescription, maxLength: 500 })),
  permissions: Type.Optional(Permissions),
})

export const RoleChanges = Changes(
  'RoleChanges',
  Shape({
    name: RoleName,
    display_name: Label,
    description: Type.String({ ...RoleDescription, maxLength: 500 }),
    permissions: Permissions,
  }),
)

export const RolePreviewInput = Shape('RolePreviewInput', { permissions: Permissions })

export const RolePreview = Shape('RolePreview', {
  gained: ListOf(Text(100), { description: 'Permissions the role would gain' }),
  lost: ListOf(Text(100), { description: 'Permissions the role would lose' }),
  users_count: Count('Users with the role'),
  users_gaining: Count('Users who would gain a permission'),
  users_losing: Count('Users who would lose a permission because no other role gives it'),
})

/** Creates a custom role of the account. The caller must have every permission of the role. */
export async function createRole(ctx: Ctx, input: Static<typeof NewRole>) {
  const { name, permissions = [], ...shown } = input
  const id = await ctx
    .transaction(async (tx) => {
      await refuseBuiltInName(tx, name)
      const display_name = titleOf(name)
      const role = await tx
        .own('roles')
        .insert({ name, display_name, ...shown })
        .returning('id')
        .executeTakeFirstOrThrow()
      await grant(tx, role.id, permissions)
      await tx.audit('role.created', role.id, { new: { display_name, ...input } })
      await tx.emit('role.created', { id: role.id, name })
      return role.id
    })
    .catch(nameTaken)
  return readRole(ctx, id)
}

/** Updates the given fields; `permissions` replaces the whole set. Callers can add and remove only permissions they have. */
export async function updateRole(ctx: Ctx, id: string, changes: Static<typeof RoleChanges>) {
  const before = await customRole(ctx, id)
  const { permissions, ...columns } = changes
  await ctx
    .transaction(async (tx) => {
      if (columns.name) {
        await refuseBuiltInName(tx, columns.name)
        await storeRolesOfInvitationsTo(tx, before.name)
      }
      const { numUpdatedRows } = await tx
        .own('roles')
        .update({ ...columns, updated_at: tx.now() })
        .where('id', '=', id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw fail.notFound('role')
      if (permissions) await grant(tx, id, permissions, before.permissions)
      await tx.audit('role.updated', id, diffOf(before, changes))
      await tx.emit('role.updated', { id, changes: Object.keys(changes) })
      await tx.forget({ account: ctx.account.id })
    })
    .catch(nameTaken)
  return readRole(ctx, id)
}

/** Deletes a role that no user, delegation or pending invitation refers to. */
export async function deleteRole(ctx: Ctx, id: string): Promise<void> {
  const role = await customRole(ctx, id)
  await ctx
    .transaction(async (tx) => {
      // Waits for an invitation that is being written; a later one finds no role.
      await tx.own('roles').select().select('id').where('id', '=', id).forUpdate().execute()
      await requireNotInvitedTo(tx, id)
      const { numDeletedRows } = await tx
        .own('roles')
        .delete()
        .where('id', '=', id)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw fail.notFound('role')
      await tx.audit('role.deleted', id, {
        old: { name: role.name, display_name: role.display_name, permissions: role.permissions },
      })
      await tx.emit('role.deleted', { id, name: role.name })
    })
    .catch((error) => {
      throw isReferenceViolation(error) ? fail.with('role_in_use') : error
    })
}

/** Permissions that another set would add and remove, and the number of users affected. */
export async function previewRole(
  ctx: Ctx,
  id: string,
  requested: Static<typeof RolePreviewInput>,
) {
  const role = await readRole(ctx, id)
  await permissionIdsOf(ctx, requested.permissions)
  const gained = [...new Set(requested.permissions).difference(new Set(role.permissions))].sort()
  const lost = [...new Set(role.permissions).difference(new Set(requested.permissions))].sort()
  const fromOtherRoles = (names: string[]) => sql<number>`
    select count(*) from unnest(${names}::text[]) as n(name) where n.name in (
      select p.name from user_roles o
      join role_permissions rp on rp.role_id = o.role_id join permissions p on p.id = rp.permission_id
      where o.user_id = user_roles.user_id and o.role_id <> user_roles.role_id)`
  const counts = await ctx
    .own('user_roles')
    .select()
    .where('role_id', '=', id)
    .select([
      sql<number>`count(*)`.as('users_count'),
      sql<number>`count(*) filter (where (${fromOtherRoles(gained)}) < ${gained.length})`.as(
        'users_gaining',
      ),
      sql<number>`count(*) filter (where (${fromOtherRoles(lost)}) < ${lost.length})`.as(
        'users_losing',
      ),
    ])
    .executeTakeFirstOrThrow()
  return { gained, lost, ...counts }
}

/** Users of the account with a role. */
export async function listRoleUsers(ctx: Ctx, id: string, page: PageRequest) {
  await readRole(ctx, id)
  const query = selectUsers(ctx).where(
    sql<boolean>`exists (select from user_roles ur where ur.user_id = users.id and ur.role_id = ${id})`,
  )
  return paginate(ctx, query, page, 'users')
}

/** Replaces the permissions of a role. The caller must have every permission that is added or removed. */
async function grant(tx: Tx, roleId: string, names: string[], current: string[] = []) {
  const ids = await permissionIdsOf(tx, names)
  const changed = new Set(names).symmetricDifference(new Set(current))
  const callerPermissions = callingUser(tx)?.permissions
  if (callerPermissions) {
    const beyond = [...changed].filter((name) => !callerPermissions.has(name as Permission))
    if (beyond.length > 0) throw fail.with('permission_not_grantable', undefined, { beyond })
  }
  await tx.db.deleteFrom('role_permissions').where('role_id', '=', roleId).execute()
  if (ids.length === 0) return
  const rows = ids.map((permission_id) => ({ role_id: roleId, permission_id }))
  await tx.db.insertInto('role_permissions').values(rows).execute()
}

async function permissionIdsOf(ctx: Ctx, names: string[]): Promise<string[]> {
  if (names.length === 0) return []
  const rows = await ctx.db
    .selectFrom('permissions')
    .select(['id', 'name'])
    .where('name', 'in', names)
    .where('category', '!=', 'system')
    .execute()
  const unknown = names.filter((name) => !rows.some((row) => row.name === name))
  if (unknown.length > 0) {
    throw fail.invalid({ permissions: [`unknown permission: ${unknown.join(', ')}`] })
  }
  return rows.map((row) => row.id)
}

async function customRole(ctx: Ctx, id: string) {
  const role = await readRole(ctx, id)
  if (role.immutable) throw fail.with('system_role')
  return role
}

async function refuseBuiltInName(tx: Tx, name: string) {
  const builtIn = await visibleRoles(tx)
    .select('id')
    .where('name', '=', name)
    .where('account_id', 'is', null)
    .executeTakeFirst()
  if (builtIn) throw fail.invalid({ name: ['is the name of a built-in role'] })
}

const nameTaken = refuseDuplicate('roles_account_id_name_key', 'name')

/** `billing_clerk` → "Billing clerk". */
function titleOf(name: string) {
  const words = name.replace(/[_.]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1) || name
}
