import { requirePublisher } from '@powernode/modules/content/documents/publishing.ts'
import { differing } from '@powernode/modules/content/documents/saving.ts'
import { requireCategory } from '@powernode/modules/content/domains/kb_categories/category.ts'
import { setTags, tagsOf } from '@powernode/modules/content/domains/kb_tags/tag.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import type { LockedArticle } from './article.ts'
import { articleKind } from './article_kind.ts'
import { keepLanguage } from './search_languages.ts'
import { linkArticleFiles } from './visibility.ts'

/** Where an article is and who sees it: not part of its versions. */
export interface Placement {
  category_id?: string
  is_public?: boolean
  is_featured?: boolean
  sort_order?: number
  comments_enabled?: boolean
  language?: LockedArticle['language']
  tags?: string[]
}

/**
 * Changes where an article is, at once. For a published one this needs the permission to publish, because visitors see it.
 * Throws 422 on `category_id` for a category of another account, and on `slug` if the article becomes public at an address
 * that is taken.
 */
export async function placeArticle(
  ctx: Ctx,
  tx: Tx,
  article: LockedArticle,
  { tags, ...given }: Placement,
): Promise<LockedArticle> {
  const columns = differing<LockedArticle>(article, given)
  const before = tags && (await readTags(tx, article.id))
  const after = tags && (await setTags(tx, article.id, tags))
  const retagged = after && before?.join() !== after.join()
  const changes = { ...columns, ...(retagged && { tags: after }) }
  if (Object.keys(changes).length === 0) return article
  const isPublished = article.status === 'published'
  if (isPublished) requirePublisher(ctx, articleKind)
  if (columns.category_id !== undefined) await requireCategory(tx, columns.category_id)
  const { id, title, slug, version } = article
  const saved = { lock_version: article.lock_version + 1, updated_at: tx.now() }
  const { metadata: _, ...placed } = columns
  await tx
    .own('kb_articles')
    .update({ ...placed, ...saved, ...(after && { tags: after.join(' ') }) })
    .where('id', '=', id)
    .execute()
    .catch(refuseDuplicate('kb_articles_public_slug', 'slug'))
  if (isPublished) {
    await keepLanguage(tx, columns.language ?? article.language)
    await linkArticleFiles(tx, id)
    await tx.refresh('site')
  }
  await tx.audit('kb_article.updated', id, {
    ...diffOf({ ...article, tags: before }, changes),
    metadata: { version },
  })
  await tx.emit('kb_article.updated', {
    ...{ id, title, slug, version },
    changes: Object.keys(changes),
  })
  return { ...article, ...columns, ...saved }
}

async function readTags(tx: Tx, id: string): Promise<string[]> {
  const { tags } = await tx
    .own('kb_articles')
    .select()
    .select(tagsOf('kb_articles.id').as('tags'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return tags.sort((a, b) => a.localeCompare(b, 'en'))
}
