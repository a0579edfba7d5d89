import { NoResultError } from 'kysely'
import pg from 'pg'

/** What the database or the query builder objected to, where the input or a race was the cause. */
export type DatabaseRefusal = 'raced' | 'vanished' | 'unstorable'

/**
 * The last net below the verbs, which have better answers: a row that another request made, removed or holds (`raced`), one
 * that is not there any more (`vanished`), a value that its column cannot hold (`unstorable`).
 */
export function databaseRefusal(error: unknown): DatabaseRefusal | undefined {
  if (error instanceof NoResultError) return 'vanished'
  if (!(error instanceof pg.DatabaseError)) return undefined
  const { code = '', message } = error
  // Unique, foreign key and exclusion; serialization, deadlock, a lock that was not free.
  if (/^(23505|23503|23001|23P01|40001|40P01|55P03)$/.test(code)) return 'raced'
  // Check and not null; text, numbers and times that a type does not know.
  if (/^(23514|23502|22\w{3})$/.test(code) || /for type json$/.test(message)) return 'unstorable'
  return undefined
}
