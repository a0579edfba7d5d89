import { permissionsOf } from '@powernode/modules/identity/domains/roles/role.ts'
import { type Ctx, userBehind } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  allPermissions,
  needsPerson,
  type Permission,
} from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'

export const ScopeName = Text(100, {
  description: 'Name of a permission',
  examples: ['users.read'],
})

export const Scope = Shape('ApiKeyScope', {
  name: ScopeName,
  description: Text(200, {
    description: 'What it allows',
    examples: ['See the people of the account'],
  }),
  resource: Text(100, { description: 'What it is about', examples: ['users'] }),
  held: Flag('Whether you hold it yourself, and so may give it to a key'),
})

/** Everything a key can be given. */
const grantable = () => allPermissions.filter((name) => !needsPerson(name))

export function listScopes(ctx: Ctx, page: PageRequest) {
  const mine = [...(userBehind(ctx)?.permissions ?? [])]
  const query = ctx.db
    .selectFrom('permissions')
    .select([
      'name',
      'description',
      sql<string>`regexp_replace(name, '[.][^.]+$', '')`.as('resource'),
      sql<boolean>`name = any(${mine}::text[])`.as('held'),
    ])
    .where('name', 'in', grantable())
  return paginate(ctx, query, page, 'permissions')
}

interface Before {
  scopes: string[]
  created_by: { id: string } | null
}

/**
 * Throws 422 on `scopes` unless they can be given to a key, and whoever gives them holds each that is new; on a key
 * of somebody else, its maker too.
 */
export async function requireGrantable(ctx: Ctx, wanted: string[], before?: Before): Promise<void> {
  if (wanted.length === 0) throw fail.invalid({ scopes: ['must name at least one'] })
  const added = wanted.filter((name) => !before?.scopes.includes(name))
  const refused = {
    'is unknown': added.filter((name) => !allPermissions.includes(name as Permission)),
    'cannot be given to a key': added.filter(
      (name) => allPermissions.includes(name as Permission) && needsPerson(name as Permission),
    ),
    'is more than you may do yourself': await beyond(ctx, added, before?.created_by?.id),
  }
  const errors = Object.entries(refused).flatMap(([why, names]) =>
    names.length > 0 ? [`${names.join(', ')} ${why}`] : [],
  )
  if (errors.length > 0) throw fail.invalid({ scopes: errors })
}

async function beyond(ctx: Ctx, names: string[], makerId: string | undefined) {
  const me = userBehind(ctx)
  const known = names.filter((name) => grantable().includes(name as Permission))
  const lacked = known.filter((name) => !me?.permissions.has(name as Permission))
  if (lacked.length > 0 || known.length === 0 || !makerId || makerId === me?.userId) return lacked
  const held: string[] = await permissionsOf(ctx, makerId)
  const short = known.filter((name) => !held.includes(name))
  if (short.length === 0) return []
  throw fail.invalid({ scopes: [`${short.join(', ')} is more than the maker of the key may do`] })
}
