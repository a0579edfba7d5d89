import { sql } from 'kysely'

/** The category of a row, from the joined table. */
export const categoryColumn = sql<{ id: string; name: string; slug: string }>`jsonb_build_object(
  'id', kb_categories.id, 'name', kb_categories.name, 'slug', kb_categories.slug)`

/** The name of the user whose id is in a column; readers do not see the address. */
export function authorAt(column: string) {
  return sql<{ id: string; name: string } | null>`(
    select jsonb_build_object('id', u.id, 'name', u.name) from users u where u.id = ${sql.ref(column)})`
}
