import { beginsWith, type contains } from '@powernode/server/platform/db/database.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { Text } from '@powernode/server/platform/http/shapes.ts'
import { type RawBuilder, sql } from 'kysely'

export const UserSearch = Text(100, {
  description:
    'Part of a name, with or without its accents, or of an email address; the beginning of an address up to its domain; or an id',
})

/** Exactly the expression of the index `users_search`. */
const nameWithoutAccents = sql`regexp_replace(normalize(users.name, NFD), '[\\u0300-\\u036f]', '', 'g')`

const withoutAccents = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

/**
 * A search in the users that a query joins, by one of the text searches. A text like `ada@` finds addresses that begin with
 * it, by their own index: reading a trigram index for a whole address takes as long as its most common parts.
 */
export function matchesUser(search: string, matches: typeof contains): RawBuilder<boolean> {
  if (isId(search)) return sql<boolean>`users.id = ${search}`
  const email = sql.ref('users.email')
  const isAddress = /^[^@\s]+@/.test(search)
  const byEmail = isAddress ? beginsWith(email, search.toLowerCase()) : matches(email, search)
  return sql<boolean>`(${matches(nameWithoutAccents, withoutAccents(search))} or ${byEmail})`
}
