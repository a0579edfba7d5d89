import { FEED_ENTRIES, feedOf } from '@powernode/modules/content/site/feed.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import { PER_SITEMAP, sitemapOf } from '@powernode/modules/content/site/sitemap.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { sql } from 'kysely'
import { selectPublicArticles } from '../public_article.ts'

/** The latest published articles as an Atom feed. */
export async function articleFeed(ctx: PlatformCtx): Promise<SiteDocument> {
  const articles = await selectPublicArticles(ctx)
    .select([
      'kb_articles.id',
      'kb_articles.published_at',
      'revisions.title',
      'revisions.updated_at',
      'accounts.name as account_name',
      sql<string>`'/kb/' || public_slug`.as('path'),
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
    ])
    .where(onSite(ctx, 'kb_articles.account_id'))
    .orderBy('kb_articles.published_at', 'desc')
    .orderBy('kb_articles.id', 'desc')
    .limit(FEED_ENTRIES)
    .execute()
  const title = `${ctx.platform.settings.values.system_name}: knowledge base`
  return feedOf(ctx, { path: '/kb/feed.xml', title }, articles)
}

/** How many articles the sitemaps list. */
export async function countIndexedArticles(ctx: PlatformCtx): Promise<number> {
  const { count } = await selectIndexed(ctx)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** One of the sitemaps of articles, from 1. */
export async function articleSitemap(ctx: PlatformCtx, number: number): Promise<SiteDocument> {
  const articles = await selectIndexed(ctx)
    .select([sql<string>`'/kb/' || public_slug`.as('path'), 'revisions.updated_at'])
    .orderBy('kb_articles.id')
    .limit(PER_SITEMAP)
    .offset((number - 1) * PER_SITEMAP)
    .execute()
  return sitemapOf(ctx, articles)
}

function selectIndexed(ctx: PlatformCtx) {
  return selectPublicArticles(ctx)
    .where(onSite(ctx, 'kb_articles.account_id'))
    .where(sql<boolean>`(revisions.fields->'is_indexed')::boolean`)
}
