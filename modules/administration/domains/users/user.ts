import { AccountBrief } from '@powernode/modules/identity/domains/accounts/account.ts'
import { RoleName } from '@powernode/modules/identity/domains/roles/role.ts'
import { matchesUser, UserSearch } from '@powernode/modules/identity/domains/users/search.ts'
import { User, userColumns } from '@powernode/modules/identity/domains/users/user.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Id, type QueryValues, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { AdminPermission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

const { subdomain: _, ...account } = AccountBrief.properties

/** A user of any account. */
export const AdminUser = Shape('AdminUser', { ...User.properties, account: Shape(account) })

export const AdminUserFilters = {
  search: UserSearch,
  status: User.properties.status,
  role: RoleName,
  account_id: Id('Only users of this account'),
}

type Filters = QueryValues<typeof AdminUserFilters>

export function listAdminUsers(ctx: Ctx, page: PageRequest, filters: Filters = {}) {
  return paginate(ctx, selectAdminUsers(ctx, 'admin.users.read', filters), page, 'users')
}

export function selectAdminUsers(
  ctx: Ctx,
  permission: AdminPermission,
  { search, status, role, account_id }: Filters = {},
) {
  let query = ctx
    .acrossAccounts(permission)
    .selectFrom('users')
    .select(userColumns(ctx.now()))
    .select(
      sql<Static<typeof AdminUser>['account']>`(
        select jsonb_build_object('id', a.id, 'name', a.name, 'status', a.status)
        from accounts a where a.id = users.account_id)`.as('account'),
    )
  if (status) query = query.where('users.status', '=', status)
  if (account_id) query = query.where('users.account_id', '=', account_id)
  if (search) query = query.where(matchesUser(search, matchesWordStart))
  if (role) {
    query = query.where(
      sql<boolean>`users.id in (select ur.user_id from user_roles ur join roles r on r.id = ur.role_id
        where r.name = ${role})`,
    )
  }
  return query
}
