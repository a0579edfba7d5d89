import { sql } from 'kysely'
import type { Permission } from '../../platform/auth/permissions.ts'
import { permissionsIn } from '../../platform/auth/rights.ts'
import type { Ctx } from '../../platform/db/context.ts'

/**
 * What a person may do in this account now, by their roles or by a delegation. Nothing once they are gone, and while
 * they or their own account are not active.
 */
export async function rightsIn(ctx: Ctx, userId: string): Promise<Set<Permission>> {
  const { rows } = await sql<{ name: Permission }>`
    select held.name from users u
    join accounts home on home.id = u.account_id,
    lateral (${permissionsIn(sql`${ctx.account.id}::uuid`, ctx.now())}) held
    where u.id = ${userId} and u.status = 'active' and home.status = 'active'`.execute(ctx.db)
  return new Set(rows.map(({ name }) => name))
}
