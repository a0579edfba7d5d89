import { NoResultError } from 'kysely'
import pg from 'pg'

/** Why a statement failed because of its input or a race. */
export type StatementFailure = 'conflict' | 'not_found' | 'invalid_value'

/**
 * Fallback for errors that the verbs do not handle with a better message: a row that another request created, deleted or
 * locked (`conflict`), a row that no longer exists (`not_found`), a value that its column cannot store (`invalid_value`).
 */
export function statementFailure(error: unknown): StatementFailure | undefined {
  if (error instanceof NoResultError) return 'not_found'
  if (!(error instanceof pg.DatabaseError)) return undefined
  const { code = '', message } = error
  // Unique, foreign key and exclusion violations; serialization failure, deadlock, lock not available.
  if (/^(23505|23503|23001|23P01|40001|40P01|55P03)$/.test(code)) return 'conflict'
  // Check and not-null violations; invalid text, numbers and times.
  if (/^(23514|23502|22\w{3})$/.test(code) || /for type json$/.test(message)) return 'invalid_value'
  return undefined
}
