import { readTime } from '@powernode/modules/content/documents/fields.ts'
import { isSlug } from '@powernode/modules/content/documents/slug.ts'
import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type RawBuilder, sql } from 'kysely'
import { articleUrl, isReadable, sharedColumns } from './columns.ts'

/** Public articles with the version that visitors see. */
export function selectPublicArticles(ctx: PlatformCtx) {
  return selectPublished(ctx).where(isReadable)
}

/** Published articles, public or not, with their published version. */
export function selectPublished(ctx: PlatformCtx) {
  return publishedRows(ctx).innerJoin('revisions', (join) =>
    join
      .onRef('revisions.subject_id', '=', 'kb_articles.id')
      .onRef('revisions.version', '=', 'kb_articles.published_version')
      .on('revisions.subject_type', '=', 'kb_article'),
  )
}

/** The rows of published articles with their categories and accounts, without texts. */
export function publishedRows(ctx: PlatformCtx) {
  return ctx
    .acrossAccounts({ because: 'public articles of all accounts are public' })
    .selectFrom('kb_articles')
    .innerJoin('kb_categories', 'kb_categories.id', 'kb_articles.category_id')
    .innerJoin('accounts', 'accounts.id', 'kb_articles.account_id')
    .where('kb_articles.status', '=', 'published')
}

/** The fields of a list for readers: nothing of the working copy. */
export function selectReaderSummaries(ctx: PlatformCtx) {
  return selectSummaryColumns(selectPublicArticles(ctx), ctx)
}

type Published = ReturnType<typeof selectPublished>

/** The same for a query that also selects articles that only some may read. */
export function selectSummaryColumns(query: Published, ctx: PlatformCtx) {
  const words = sql<number>`(revisions.fields->'word_count')::integer`
  return query
    .select(sharedColumns)
    .select([
      'revisions.title',
      sql<string>`kb_articles.public_slug`.as('slug'),
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
      articleUrl(ctx).as('url'),
      words.as('word_count'),
      readTime(words).as('estimated_read_time'),
      sql<boolean>`false`.as('has_unpublished_changes'),
      sql<Date | null>`null`.as('scheduled_for'),
      sql<Date | null>`null`.as('unpublish_at'),
      sql<Date | null>`null`.as('taken_down_at'),
      'revisions.updated_at',
    ])
}

/** A public article as visitors read it, by its id, its slug or one that it had before. */
export async function findPublicArticle(
  ctx: PlatformCtx,
  key: string,
  among: RawBuilder<boolean> = sql<boolean>`true`,
) {
  const id = isId(key) ? key : await findPublicId(ctx, key)
  if (!id) return undefined
  return selectReaderSummaries(ctx)
    .select([
      'accounts.name as account_name',
      'kb_articles.account_id',
      'revisions.content',
      'revisions.rendered_content',
      'revisions.version',
      sql<Heading[]>`revisions.fields->'headings'`.as('headings'),
      sql<Fields>`revisions.fields`.as('fields'),
    ])
    .where('kb_articles.id', '=', id)
    .where(among)
    .executeTakeFirst()
}

interface Fields {
  is_indexed: boolean
  is_excerpt_written: boolean
  meta_title: string | null
  meta_description: string | null
  meta_keywords: string | null
  metadata: Record<string, unknown>
}

/** The public article that has a slug now, else the one that had it before. */
async function findPublicId(ctx: PlatformCtx, slug: string): Promise<string | undefined> {
  if (!isSlug(slug)) return undefined
  const found = await selectPublicArticles(ctx)
    .select('kb_articles.id')
    .where('kb_articles.public_slug', '=', slug)
    .executeTakeFirst()
  if (found) return found.id
  const former = await selectPublicArticles(ctx)
    .innerJoin('former_slugs', (join) =>
      join
        .onRef('former_slugs.subject_id', '=', 'kb_articles.id')
        .on('former_slugs.subject_type', '=', 'kb_article'),
    )
    .select('kb_articles.id')
    .where('former_slugs.slug', '=', slug)
    .executeTakeFirst()
  return former?.id
}
