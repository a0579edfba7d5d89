import type { ErrorCode } from '@powernode/server/platform/kernel/errors.ts'
import {
  allPermissions,
  categoryOf,
  isDelegable,
  type Permission,
} from '@powernode/server/platform/kernel/permissions.ts'
import { type RawBuilder, sql } from 'kysely'

/** The permissions that a person's roles give in an account, one a row. Both are SQL: a column or a value. */
export function permissionsByRole(userId: RawBuilder<unknown>, accountId: RawBuilder<unknown>) {
  return sql`select p.name, p.category from user_roles ur
    join role_permissions rp on rp.role_id = ur.role_id
    join permissions p on p.id = rp.permission_id
    where ur.user_id = ${userId} and ur.account_id = ${accountId}`
}

/**
 * The permissions that the delegation joined as `d` gives, one a row: those it lists, and where it names a role as
 * well, as far as the role holds them today. What cannot be delegated is never among them, whatever the role became.
 */
export function permissionsByDelegation() {
  const withheld = allPermissions.filter((name) => !isDelegable(name))
  return sql`select p.name, p.category from permissions p
    where (d.permissions = '{}' or p.name = any(d.permissions))
      and (d.role_id is null or exists (
        select from role_permissions rp where rp.role_id = d.role_id and rp.permission_id = p.id))
      and p.category = 'resource' and p.name <> all(${withheld}::text[])`
}

/** All that the person joined as `u` may do in an account, by their roles there or by delegations to them, one a row. */
export function permissionsIn(accountId: RawBuilder<unknown>, now: Date) {
  return sql`${permissionsByRole(sql.ref('u.id'), accountId)}
    union select given.* from delegations d, lateral (${permissionsByDelegation()}) given
    where d.user_id = u.id and d.account_id = ${accountId} and ${delegationHolds(now)}`
}

/** When the first of the delegations behind `permissionsIn` ends by itself; null for never. */
export function delegationsEnd(accountId: RawBuilder<unknown>, now: Date) {
  return sql<Date | null>`(select min(d.expires_at) from delegations d
    where d.user_id = u.id and d.account_id = ${accountId} and ${delegationHolds(now)})`
}

/**
 * Whether the delegation joined as `d` can be used by the person joined as `u`: only with the address that it was given
 * to, and never with an unconfirmed one.
 */
export function delegationHolds(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(d.status = 'active' and coalesce(d.expires_at > ${now}, true)
    and u.email_verified_at is not null and d.given_to = u.email)`
}

/** What a person may do, and the administration that is withheld until they turn on a second factor. */
export interface Rights {
  permissions: ReadonlySet<Permission>
  withheld: ReadonlyMap<Permission, ErrorCode>
}

/** Applies the policy `require_two_factor_for_admins` to what roles give. */
export function underPolicy(
  names: readonly Permission[],
  { demanded, twoFactor }: { demanded: boolean; twoFactor: boolean },
): Rights {
  if (!demanded || twoFactor) return { permissions: new Set(names), withheld: new Map() }
  const kept = names.filter((name) => categoryOf(name) !== 'admin')
  const permissions = new Set(kept)
  const withheld = [...new Set(names).difference(permissions)]
  return {
    permissions,
    withheld: new Map(withheld.map((name) => [name, 'two_factor_required'])),
  }
}
