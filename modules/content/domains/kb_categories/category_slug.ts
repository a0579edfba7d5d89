import { slugFor } from '@powernode/modules/content/documents/slug.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'

/**
 * The slug of a new category. One made from the name also gets a number if a public category of another account has it,
 * because the public site shows them all.
 */
export async function categorySlugFor(
  tx: Tx,
  name: string,
  given: string | undefined,
): Promise<string> {
  const slug = await slugFor(tx, 'kb_categories', name, given)
  if (given !== undefined) return slug
  const rows = await tx
    .acrossAccounts({ because: 'slugs of public categories are unique on the site' })
    .selectFrom('kb_categories')
    .select('slug')
    .where((eb) => eb.or([eb('is_visible', '=', true), eb('account_id', '=', tx.account.id)]))
    .where(sql<boolean>`slug ~ ${`^${slug}(-[0-9]+)?$`}`)
    .execute()
  const taken = new Set(rows.map((row) => row.slug))
  for (let number = 1; ; number++) {
    const free = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(free)) return free
  }
}
