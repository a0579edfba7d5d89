import type { PermissionDefinition, RoleDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'

/**
 * `<resource>.<verb>` acts inside the caller's account, `admin.<resource>.<verb>` across accounts,
 * `system.<resource>.<verb>` belongs to workers. A route that names one that no domain declares does not compile.
 */
export type Permission = NamesOf<'permissions'>
export type AdminPermission = Extract<Permission, `admin.${string}`>
export type SystemPermission = Extract<Permission, `system.${string}`>

const definitions: Record<string, PermissionDefinition> = {}

/** Every permission there is, in the order in which the domains declare them. */
export const allPermissions: Permission[] = []

export function categoryOf(permission: Permission): 'resource' | 'admin' | 'system' {
  const prefix = permission.split('.')[0]
  return prefix === 'admin' || prefix === 'system' ? prefix : 'resource'
}

/** Never given to a key: what takes a person to answer for, and what would let a key make or become another. */
export function needsPerson(permission: Permission): boolean {
  return categoryOf(permission) !== 'resource' || definitions[permission]?.byKey === false
}

/** Whether people of another account may be given it: rights over the account itself stay with its own people. */
export function isDelegable(permission: Permission): boolean {
  return categoryOf(permission) === 'resource' && definitions[permission]?.delegable !== false
}

export function descriptionOf(permission: Permission): string {
  return definitions[permission]?.description ?? ''
}

/** The roles every account has from the start, with what each allows. They belong to no account and cannot be changed. */
export const defaultRoles: Record<
  string,
  Omit<RoleDefinition, 'holds' | 'permissions'> & { permissions: Permission[] }
> = {}

/** Takes in the permissions of a domain; throws where a name is taken. */
export function addPermissions(more: Record<string, PermissionDefinition>): void {
  requireUnusedNames('permission', more, definitions)
  Object.assign(definitions, more)
  allPermissions.push(...(Object.keys(more) as Permission[]))
}

/** Takes in roles, once every permission is known; throws where a name is taken. */
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
