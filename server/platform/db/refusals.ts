import { NoResultError } from 'kysely'
import pg from 'pg'

/** Why a statement failed because of its input or a race. */
export type DatabaseRefusal = 'raced' | 'vanished' | 'unstorable'

/**
 * Fallback for errors that the verbs do not handle with a better message: a row that another request created, deleted or
 * locked (`raced`), a row that no longer exists (`vanished`), a value that its column cannot store (`unstorable`).
 */
export function databaseRefusal(error: unknown): DatabaseRefusal | undefined {
  if (error instanceof NoResultError) return 'vanished'
  if (!(error instanceof pg.DatabaseError)) return undefined
  const { code = '', message } = error
  // Unique, foreign key and exclusion violations; serialization failure, deadlock, lock not available.
  if (/^(23505|23503|23001|23P01|40001|40P01|55P03)$/.test(code)) return 'raced'
  // Check and not-null violations; invalid text, numbers and times.
  if (/^(23514|23502|22\w{3})$/.test(code) || /for type json$/.test(message)) return 'unstorable'
  return undefined
}
