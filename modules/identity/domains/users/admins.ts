import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'

/** Active users with the built-in role `admin`, oldest first. */
export function platformAdmins(ctx: PlatformCtx) {
  return ctx
    .acrossAccounts({ because: 'administrators may belong to any account' })
    .selectFrom('users')
    .innerJoin('user_roles', 'user_roles.user_id', 'users.id')
    .innerJoin('roles', 'roles.id', 'user_roles.role_id')
    .select(['users.id', 'users.account_id'])
    .where('roles.name', '=', 'admin')
    .where('roles.account_id', 'is', null)
    .where('users.status', '=', 'active')
    .orderBy('users.created_at')
    .orderBy('users.id')
    .execute()
}
