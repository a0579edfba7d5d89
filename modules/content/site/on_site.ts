import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type RawBuilder, sql } from 'kysely'

/** Whether the public site shows the documents of the account in a column. */
export function onSite({ platform }: PlatformCtx, account: string): RawBuilder<boolean> {
  const { public_site } = platform.settings.values
  if (public_site === 'off') return sql<boolean>`false`
  if (public_site === 'all_accounts') return sql<boolean>`true`
  return sql<boolean>`exists (select from users join user_roles on user_roles.user_id = users.id
    join roles on roles.id = user_roles.role_id
    where users.account_id = ${sql.ref(account)} and roles.role_type = 'admin')`
}
