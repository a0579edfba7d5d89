import type { Permission } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/db/context.ts'
import { delegatedPermissions } from '../delegations/rights.ts'
import { permissionsOf } from '../roles/role.ts'

/**
 * What a person may do in this account now: by their roles where it is their own, else by a delegation. Nothing once
 * they are gone, and while they or their own account are not active.
 */
export async function rightsIn(ctx: Ctx, userId: string): Promise<Set<Permission>> {
  const person = await ctx
    .acrossAccounts({ because: 'whoever acts here by a delegation belongs to another account' })
    .selectFrom('users')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select('users.account_id')
    .where('users.id', '=', userId)
    .where('users.status', '=', 'active')
    .where('accounts.status', '=', 'active')
    .executeTakeFirst()
  if (!person) return new Set()
  const home = person.account_id === ctx.account.id
  return new Set(await (home ? permissionsOf(ctx, userId) : delegatedPermissions(ctx, userId)))
}
