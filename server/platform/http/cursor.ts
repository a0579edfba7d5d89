import { type Expression, type RawBuilder, sql } from 'kysely'

/** A position in a sorted list: the sort value and id of the row before the page. */
export interface Cursor {
  /** The sort value as PostgreSQL formats it. */
  value: string | null
  id: string
}

/** A row with its position in its list. */
export type Placed<O> = O & { cursor: [value: string | null, id: string] }

/** The position of a row, selected as `cursor`. */
export const cursorOf = (column: Expression<unknown>, id: Expression<unknown>) =>
  sql<Placed<object>['cursor']>`json_build_array(${column}::text, ${id}::text)`

/** Encodes a cursor for `next_cursor`; it is valid for one sort order. */
export function writeCursor(sort: string, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')
}

/** Decodes a cursor; undefined if `writeCursor` did not make it. */
export function readCursor(text: string): (Cursor & { sort: string }) | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(parts) || parts.length !== 3) return undefined
    const [sort, value, id] = parts
    const isValid = typeof sort === 'string' && typeof id === 'string'
    return isValid && (value === null || typeof value === 'string')
      ? { sort, value, id }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Conditions for the rows after a cursor, in list order. PostgreSQL sorts nulls last ascending and first descending, so they
 * have a condition of their own; each condition is one range scan of the index (column, id).
 */
export function rowsAfter(
  column: Expression<unknown>,
  id: Expression<unknown>,
  cursor: Cursor,
  descending: boolean,
): RawBuilder<boolean>[] {
  const past = sql.raw(descending ? '<' : '>')
  const nullsAfter = sql<boolean>`(${column} is null and ${id} ${past} ${cursor.id})`
  if (cursor.value === null) {
    return descending ? [nullsAfter, sql<boolean>`${column} is not null`] : [nullsAfter]
  }
  const after = sql<boolean>`(${column}, ${id}) ${past} (${cursor.value}, ${cursor.id})`
  return descending ? [after] : [after, sql<boolean>`${column} is null`]
}
