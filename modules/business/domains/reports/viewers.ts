import {
  applyTwoFactorPolicy,
  permissionsIn,
} from '@powernode/modules/identity/domains/roles/effective_permissions.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import { permissionsFor, type ReportSubject } from './report_type.ts'

/** Of these users, those who may now see such reports of an active account. */
export async function viewersOf(
  ctx: PlatformCtx,
  accountId: string,
  userIds: string[],
  subject: ReportSubject,
) {
  const account = sql`${accountId}::uuid`
  const users = await ctx
    .acrossAccounts({ because: 'a user with a delegation belongs to another account' })
    .selectFrom('users as u')
    .innerJoin('accounts as home', 'home.id', 'u.account_id')
    .innerJoin('accounts as a', (join) => join.on('a.id', '=', accountId))
    .select(['u.id', 'u.name', 'u.email', 'u.account_id'])
    .select(['u.email_verified_at', 'u.two_factor_enabled'])
    .select(
      sql<Permission[]>`array(
        select name from (${permissionsIn(account, ctx.now())}) held)`.as('held'),
    )
    .where(sql<boolean>`u.id = any(${userIds}::uuid[])`)
    .where('u.status', '=', 'active')
    .where('a.status', '=', 'active')
    .where('home.status', '=', 'active')
    .execute()
  const needed: Permission[] = ['reports.read', ...permissionsFor(subject)]
  const twoFactorRequired = ctx.platform.settings.values.require_two_factor_for_admins
  return users.filter(({ held, two_factor_enabled: twoFactor }) => {
    const { permissions } = applyTwoFactorPolicy(held, { twoFactorRequired, twoFactor })
    return needed.every((name) => permissions.has(name))
  })
}
