import { beginsWith, type contains } from '@powernode/server/platform/db/database.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { Text } from '@powernode/server/platform/http/shapes.ts'
import { type RawBuilder, sql } from 'kysely'

export const UserSearch = Text(100, {
  description:
    'Part of a name or email address, the beginning of an address up to its domain, or an id',
})

/**
 * A search in the users that a query joins, by one of the text searches. A text like `ada@` finds addresses that begin with
 * it, by their own index: reading a trigram index for a whole address takes as long as its most common parts.
 */
export function matchesUser(search: string, matches: typeof contains): RawBuilder<boolean> {
  if (isId(search)) return sql<boolean>`users.id = ${search}`
  const [name, email] = [sql.ref('users.name'), sql.ref('users.email')]
  const isAddress = /^[^@\s]+@/.test(search)
  const byEmail = isAddress ? beginsWith(email, search.toLowerCase()) : matches(email, search)
  return sql<boolean>`(${matches(name, search)} or ${byEmail})`
}
