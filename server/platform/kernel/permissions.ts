import type { PermissionDefinition, RoleDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'

/**
 * `<resource>.<verb>` applies to the caller's account, `admin.<resource>.<verb>` to all accounts,
 * `system.<resource>.<verb>` is for workers. An undeclared permission does not compile.
 */
export type Permission = NamesOf<'permissions'>
export type AdminPermission = Extract<Permission, `admin.${string}`>
export type SystemPermission = Extract<Permission, `system.${string}`>

const definitions: Record<string, PermissionDefinition> = {}

/** All permissions, in the order of declaration. */
export const allPermissions: Permission[] = []

export function categoryOf(permission: Permission): 'resource' | 'admin' | 'system' {
  if (permission.startsWith('admin.')) return 'admin'
  return permission.startsWith('system.') ? 'system' : 'resource'
}

/** Whether API keys cannot have it: admin and system permissions, and those with which a key could create other credentials. */
export function isForUsersOnly(permission: Permission): boolean {
  return categoryOf(permission) !== 'resource' || definitions[permission]?.byKey === false
}

/** Whether it can be delegated to users of another account. Permissions over the account itself cannot. */
export function isDelegable(permission: Permission): boolean {
  return categoryOf(permission) === 'resource' && definitions[permission]?.delegable !== false
}

export function descriptionOf(permission: Permission): string {
  return definitions[permission]?.description ?? ''
}

/** The built-in roles with their permissions. They belong to no account and cannot be changed. */
export const defaultRoles: Record<
  string,
  Omit<RoleDefinition, 'holds' | 'permissions'> & { permissions: Permission[] }
> = {}

/** Registers the permissions of a domain; throws if a name is already registered. */
export function addPermissions(more: Record<string, PermissionDefinition>): void {
  requireUnusedNames('permission', more, definitions)
  Object.assign(definitions, more)
  allPermissions.push(...(Object.keys(more) as Permission[]))
}

/** Registers roles, after all permissions; throws if a name is already registered. */
export function addRoles(more: Record<string, RoleDefinition>): void {
  requireUnusedNames('role', more, defaultRoles)
  for (const [name, { holds = [], permissions = [], ...role }] of Object.entries(more)) {
    const granted = allPermissions.filter((permission) => {
      return (
        holds.includes(categoryOf(permission)) ||
        permissions.includes(permission) ||
        definitions[permission]?.roles?.includes(name)
      )
    })
    defaultRoles[name] = { ...role, permissions: granted }
  }
}
