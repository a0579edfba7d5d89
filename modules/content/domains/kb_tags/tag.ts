import { slugFor } from '@powernode/modules/content/documents/slug.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Title } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { tagNamesOf } from './tag_name.ts'

const MAX_TAGS = 20

export const TagNames = ListOf(
  Title(100, { description: 'A tag, without regard to case', examples: ['Setup'] }),
  {
    maxItems: MAX_TAGS,
    description: 'Tags. New ones are created',
    examples: [['Setup', 'Billing']],
  },
)

/**
 * Gives an article exactly these tags, and deletes tags that no article has any more. Returns their names in order.
 */
export async function setTags(
  tx: Tx,
  articleId: string,
  names: readonly string[],
): Promise<string[]> {
  await lockTags(tx)
  const tags = []
  for (const name of tagNamesOf(names)) tags.push(await ensureTag(tx, name))
  const ids = tags.map(({ id }) => id)
  await tx
    .own('kb_article_tags')
    .delete()
    .where('article_id', '=', articleId)
    .where(sql<boolean>`tag_id <> all(${ids}::uuid[])`)
    .execute()
  if (ids.length > 0) {
    await tx
      .own('kb_article_tags')
      .insert(ids.map((tag_id) => ({ article_id: articleId, tag_id })))
      .onConflict((conflict) => conflict.constraint('kb_article_tags_tag').doNothing())
      .execute()
  }
  await tx
    .own('kb_tags')
    .delete()
    .where(sql<boolean>`not exists (select from kb_article_tags l where l.tag_id = kb_tags.id)`)
    .execute()
  return tags.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en'))
}

/** The names of the tags of the article whose id is in a column, in order. */
export function tagsOf(column: string) {
  return sql<string[]>`array(
    select t.name from kb_article_tags l join kb_tags t on t.id = l.tag_id
    where l.article_id = ${sql.ref(column)} order by t.name)`
}

/** Tags of an account are made one after the other, so that a name is made once, and deleted only while nobody uses it. */
async function lockTags(tx: Tx) {
  const key = `kb tags ${tx.account.id}`
  await sql`select pg_advisory_xact_lock(hashtext(${key}))`.execute(tx.db)
}

async function ensureTag(tx: Tx, name: string) {
  const known = await tx
    .own('kb_tags')
    .select()
    .select(['id', 'name'])
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst()
  if (known) return known
  const slug = await slugFor(tx, 'kb_tags', name, undefined)
  return tx
    .own('kb_tags')
    .insert({ name, slug, created_at: tx.now(), updated_at: tx.now() })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
}
