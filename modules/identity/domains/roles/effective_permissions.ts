import type { ErrorCode } from '@powernode/server/platform/kernel/errors.ts'
import {
  allPermissions,
  categoryOf,
  isDelegable,
  type Permission,
} from '@powernode/server/platform/kernel/permissions.ts'
import { type RawBuilder, sql } from 'kysely'

/** Query for the permissions of a user's roles in an account, one per row. Both arguments are SQL: a column or a value. */
export function permissionsByRole(userId: RawBuilder<unknown>, accountId: RawBuilder<unknown>) {
  return sql`select p.name, p.category from user_roles ur
    join role_permissions rp on rp.role_id = ur.role_id
    join permissions p on p.id = rp.permission_id
    where ur.user_id = ${userId} and ur.account_id = ${accountId}`
}

/**
 * Query for the permissions of the delegation joined as `d`, one per row: those it lists, and if it names a role, only
 * those that the role has now. Permissions that cannot be delegated are always excluded.
 */
export function permissionsByDelegation() {
  const withheld = allPermissions.filter((name) => !isDelegable(name))
  return sql`select p.name, p.category from permissions p
    where (d.permissions = '{}' or p.name = any(d.permissions))
      and (d.role_id is null or exists (
        select from role_permissions rp where rp.role_id = d.role_id and rp.permission_id = p.id))
      and p.category = 'resource' and p.name <> all(${withheld}::text[])`
}

/** Query for all permissions of the user joined as `u` in an account, from roles and delegations, one per row. */
export function permissionsIn(accountId: RawBuilder<unknown>, now: Date) {
  return sql`${permissionsByRole(sql.ref('u.id'), accountId)}
    union select given.* from delegations d, lateral (${permissionsByDelegation()}) given
    where d.user_id = u.id and d.account_id = ${accountId} and ${isDelegationUsable(now)}`
}

/** The earliest expiry of the delegations in `permissionsIn`; null for never. */
export function firstDelegationExpiry(accountId: RawBuilder<unknown>, now: Date) {
  return sql<Date | null>`(select min(d.expires_at) from delegations d
    where d.user_id = u.id and d.account_id = ${accountId} and ${isDelegationUsable(now)})`
}

/**
 * Whether the user joined as `user` can use the delegation joined as `d`: only with the confirmed address that it was given
 * to.
 */
export function isDelegationUsable(now: Date, user = 'u'): RawBuilder<boolean> {
  return sql<boolean>`(d.status = 'active' and coalesce(d.expires_at > ${now}, true)
    and ${sql.ref(`${user}.email_verified_at`)} is not null and d.given_to = ${sql.ref(`${user}.email`)})`
}

/** A user's permissions, and the admin permissions that are withheld until they enable a second factor. */
export interface EffectivePermissions {
  permissions: ReadonlySet<Permission>
  withheld: ReadonlyMap<Permission, ErrorCode>
}

/** Applies the policy `require_two_factor_for_admins` to permissions. */
export function applyTwoFactorPolicy(
  names: readonly Permission[],
  { twoFactorRequired, twoFactor }: { twoFactorRequired: boolean; twoFactor: boolean },
): EffectivePermissions {
  if (!twoFactorRequired || twoFactor) return { permissions: new Set(names), withheld: new Map() }
  const stored = names.filter((name) => categoryOf(name) !== 'admin')
  const permissions = new Set(stored)
  const withheld = [...new Set(names).difference(permissions)]
  return {
    permissions,
    withheld: new Map(withheld.map((name) => [name, 'two_factor_required'])),
  }
}
