import { permissionsOf } from '@powernode/modules/identity/domains/roles/role.ts'
import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  allPermissions,
  isForUsersOnly,
  type Permission,
} from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'

export const ScopeName = Text(100, {
  description: 'Name of a permission',
  examples: ['users.read'],
})

export const ApiKeyScope = Shape('ApiKeyScope', {
  name: ScopeName,
  description: Text(200, {
    description: 'What the permission allows',
    examples: ['See users of the account'],
  }),
  resource: Text(100, { description: 'Resource of the permission', examples: ['users'] }),
  held: Flag('Whether you have the permission and can give it to a key'),
})

/** All permissions that a key can have. */
const grantable = () => allPermissions.filter((name) => !isForUsersOnly(name))

export function listScopes(ctx: Ctx, page: PageRequest) {
  const ownPermissions = [...(callingUser(ctx)?.permissions ?? [])]
  const query = ctx.db
    .selectFrom('permissions')
    .select([
      'name',
      'description',
      sql<string>`regexp_replace(name, '[.][^.]+$', '')`.as('resource'),
      sql<boolean>`name = any(${ownPermissions}::text[])`.as('held'),
    ])
    .where('name', 'in', grantable())
  return paginate(ctx, query, page, 'permissions')
}

interface Before {
  scopes: string[]
  created_by: { id: string } | null
}

/**
 * Throws 422 on `scopes` unless a key can have all of them and the caller has each added one. If another user created the
 * key, that user needs the added scopes too.
 */
export async function requireGrantable(ctx: Ctx, scopes: string[], before?: Before): Promise<void> {
  if (scopes.length === 0) throw fail.invalid({ scopes: ['must contain at least one permission'] })
  const added = scopes.filter((name) => !before?.scopes.includes(name))
  const violations = {
    'is unknown': added.filter((name) => !allPermissions.includes(name as Permission)),
    'cannot be given to a key': added.filter(
      (name) => allPermissions.includes(name as Permission) && isForUsersOnly(name as Permission),
    ),
    'exceeds your own permissions': await missingPermissions(ctx, added, before?.created_by?.id),
  }
  const errors = Object.entries(violations).flatMap(([reason, names]) =>
    names.length > 0 ? [`${names.join(', ')} ${reason}`] : [],
  )
  if (errors.length > 0) throw fail.invalid({ scopes: errors })
}

async function missingPermissions(ctx: Ctx, names: string[], creatorId: string | undefined) {
  const me = callingUser(ctx)
  const known = names.filter((name) => grantable().includes(name as Permission))
  const missing = known.filter((name) => !me?.permissions.has(name as Permission))
  if (missing.length > 0 || known.length === 0 || !creatorId || creatorId === me?.userId)
    return missing
  const granted: string[] = await permissionsOf(ctx, creatorId)
  const exceeding = known.filter((name) => !granted.includes(name))
  if (exceeding.length === 0) return []
  throw fail.invalid({
    scopes: [`${exceeding.join(', ')} exceeds the permissions of the user who created the key`],
  })
}
