import { tagsOf } from '@powernode/modules/content/domains/kb_tags/tag.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import type { ArticleLanguage } from './languages.ts'

/** Whether everybody may read an article that is joined with its category and account. */
export const isReadable = sql<boolean>`(kb_articles.status = 'published' and kb_articles.is_public
  and kb_categories.is_visible and accounts.status = 'active')`

/** What readers and editors see of an article alike: nothing of it is part of a version. */
export const sharedColumns = [
  'kb_articles.id',
  sql<{ id: string; name: string; slug: string }>`jsonb_build_object(
    'id', kb_categories.id, 'name', kb_categories.name, 'slug', kb_categories.slug)`.as('category'),
  tagsOf('kb_articles.id').as('tags'),
  'kb_articles.status',
  'kb_articles.is_public',
  'kb_articles.is_featured',
  'kb_articles.sort_order',
  'kb_articles.comments_enabled',
  sql<ArticleLanguage>`kb_articles.language`.as('language'),
  // Readers do not see the address of the author.
  sql<{ id: string; name: string } | null>`(
    select jsonb_build_object('id', u.id, 'name', u.name) from users u
    where u.id = kb_articles.author_id)`.as('author'),
  'kb_articles.views_count',
  'kb_articles.helpful_count',
  'kb_articles.unhelpful_count',
  'kb_articles.comments_count',
  'kb_articles.published_at',
  'kb_articles.created_at',
] as const

/** Where visitors read an article, while they can. */
export const articleUrl = ({ platform }: PlatformCtx) =>
  sql<string | null>`case when ${isReadable}
    then ${platform.config.publicUrl}::text || '/kb/' || kb_articles.public_slug end`
