import { linkFiles, unlinkFiles } from '@powernode/modules/files/domains/files/links.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'

/**
 * Shows the files of an article to visitors exactly while they may read it: it is published and public, and so is its
 * category. The category cannot be hidden before the transaction ends.
 */
export async function linkArticleFiles(tx: Tx, id: string): Promise<void> {
  const article = await selectPublishedTexts(tx)
    .where('kb_articles.id', '=', id)
    .where('kb_categories.is_visible', '=', true)
    .forShare('kb_categories')
    .executeTakeFirst()
  await linkFiles(tx, { type: 'kb_article', id }, article?.content ?? '')
}

/**
 * Call it when `is_visible` of categories has changed, in the same transaction: the files of their articles follow, and
 * cached documents of the public site are dropped.
 */
export async function followCategories(tx: Tx, categoryIds: string[]): Promise<void> {
  if (categoryIds.length === 0) return
  const articles = await selectPublishedTexts(tx)
    .select('kb_categories.is_visible')
    .where('kb_articles.category_id', 'in', categoryIds)
    .where(sql<boolean>`strpos(revisions.content, '/f/') > 0`)
    .execute()
  const hidden = articles.filter(({ is_visible }) => !is_visible)
  await unlinkFiles(
    tx,
    'kb_article',
    hidden.map(({ id }) => id),
  )
  for (const { id, content, is_visible } of articles) {
    if (is_visible) await linkFiles(tx, { type: 'kb_article', id }, content)
  }
  await tx.refresh('site')
}

/** The published texts of public articles, whether or not their category is visible. */
function selectPublishedTexts(tx: Tx) {
  return tx
    .own('kb_articles')
    .select()
    .innerJoin('kb_categories', 'kb_categories.id', 'kb_articles.category_id')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.subject_id', '=', 'kb_articles.id')
        .onRef('revisions.version', '=', 'kb_articles.published_version')
        .on('revisions.subject_type', '=', 'kb_article'),
    )
    .select(['kb_articles.id', 'revisions.content'])
    .where('kb_articles.status', '=', 'published')
    .where('kb_articles.is_public', '=', true)
}
