import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { inWords } from '@powernode/server/platform/mail/words.ts'
import { visibleRoles } from './role.ts'

/** The display names of roles as a variable of an email: `role` or, if there are several, `roles`. */
export async function rolesInMails(
  ctx: Ctx,
  names: string[],
): Promise<{ role?: string; roles?: string }> {
  if (names.length === 0) return {}
  const roles = await visibleRoles(ctx)
    .select('display_name')
    .where('name', 'in', names)
    .orderBy('display_name')
    .execute()
  const words = inWords(roles.map((role) => role.display_name))
  return roles.length === 1 ? { role: words } : { roles: words }
}
