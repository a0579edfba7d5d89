import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

export async function requireAnOwner(tx: Tx) {
  const owners = await ownersOf(tx)
  if (owners.length === 0) throw fail.with('last_owner')
}

/** The active owners of the account. */
export function ownersOf(ctx: Ctx) {
  return ctx
    .own('user_roles')
    .select()
    .innerJoin('roles', 'roles.id', 'user_roles.role_id')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select(['users.id', 'users.name', 'users.email'])
    .where('roles.name', '=', 'owner')
    .where('roles.account_id', 'is', null)
    .where('users.status', '=', 'active')
    .orderBy('users.created_at')
    .execute()
}
