import { AccountBrief } from '@powernode/modules/identity/domains/accounts/account.ts'
import { Person } from '@powernode/modules/identity/domains/users/person.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { AdminPermission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

/** An account as shown to platform administrators. */
export const AdminAccount = Shape('AdminAccount', {
  ...AccountBrief.properties,
  users_count: Count('Users in the account'),
  owner: Nullable(Person),
  created_at: Time('When the account was created'),
  updated_at: Time('When it last changed'),
})

export const AdminAccountFilters = {
  search: Text(100, { description: 'Part of a name or subdomain, or an id' }),
  status: AccountBrief.properties.status,
}

type Filters = QueryValues<typeof AdminAccountFilters>

export function listAdminAccounts(ctx: Ctx, page: PageRequest, filters: Filters = {}) {
  return paginate(ctx, selectAdminAccounts(ctx, 'admin.accounts.read', filters), page, 'accounts')
}

export async function readAdminAccount(ctx: Ctx, id: string) {
  const account = await selectAdminAccounts(ctx, 'admin.accounts.read')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!account) throw fail.notFound('account')
  return account
}

export function selectAdminAccounts(
  ctx: Ctx,
  permission: AdminPermission,
  { search, status }: Filters = {},
) {
  let query = ctx
    .acrossAccounts(permission)
    .selectFrom('accounts')
    .select((eb) => [
      'id',
      'name',
      'status',
      'subdomain',
      'created_at',
      'updated_at',
      sql<number>`(select count(*) from users where account_id = ${eb.ref('accounts.id')})`.as(
        'users_count',
      ),
      sql<Static<typeof Person> | null>`(
        select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email)
        from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
        where u.account_id = ${eb.ref('accounts.id')} and r.name = 'owner' and r.account_id is null
        order by u.created_at limit 1)`.as('owner'),
    ])
  if (status) query = query.where('status', '=', status)
  if (search && isId(search)) query = query.where('id', '=', search)
  else if (search) {
    query = query.where((eb) =>
      eb.or([
        matchesWordStart(eb.ref('name'), search),
        matchesWordStart(eb.ref('subdomain'), search),
      ]),
    )
  }
  return query
}
