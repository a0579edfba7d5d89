import { type Expression, type RawBuilder, sql } from 'kysely'

/** A place in a sorted list: the row after which a page starts, by the value it is sorted by and its id. */
export interface Cursor {
  /** The value as PostgreSQL prints it; null sorts where PostgreSQL puts nulls. */
  value: string | null
  id: string
}

/** The text of `after` and `next_cursor`; it belongs to one order of the list. */
export function writeCursor(sort: string, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')
}

/** Reads what `writeCursor` wrote; undefined for anything else. */
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
 * The conditions for rows after a cursor, in the order of the list. Nulls are a part of their own, as PostgreSQL sorts
 * them last upwards and first downwards: one range scan of the index (column, id) each.
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
