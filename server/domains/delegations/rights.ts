import type { Permission } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/db/context.ts'
import { permissionsOfRole } from '../roles/role.ts'
import { NOT_DELEGABLE } from './delegation.ts'

/** What a live delegation lets a person of another account do here; empty without one. */
export async function delegatedPermissions(ctx: Ctx, userId: string): Promise<Permission[]> {
  const delegation = await ctx
    .own('delegations')
    .select()
    .select(['role_id', 'permissions'])
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', ctx.now())]))
    .executeTakeFirst()
  if (!delegation) return []
  const { role_id, permissions } = delegation
  const given =
    role_id && permissions.length === 0 ? await permissionsOfRole(ctx, role_id) : permissions
  return given.filter((name) => !NOT_DELEGABLE.includes(name)) as Permission[]
}
