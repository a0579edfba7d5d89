import { FEED_ENTRIES, feedOf } from '@powernode/modules/content/site/feed.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import { PER_SITEMAP, sitemapOf } from '@powernode/modules/content/site/sitemap.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { sql } from 'kysely'
import { selectPublic } from '../public_page.ts'

/** The latest published pages as an Atom feed. */
export async function pageFeed(ctx: PlatformCtx): Promise<SiteDocument> {
  const pages = await selectPublic(ctx)
    .select([
      'pages.id',
      'published_at',
      'revisions.title',
      'revisions.updated_at',
      'accounts.name as account_name',
      sql<string>`'/p/' || public_slug`.as('path'),
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
    ])
    .where(onSite(ctx, 'pages.account_id'))
    .orderBy('published_at', 'desc')
    .orderBy('pages.id', 'desc')
    .limit(FEED_ENTRIES)
    .execute()
  const title = ctx.platform.settings.values.system_name
  return feedOf(ctx, { path: '/feed.xml', title }, pages)
}

/** How many pages the sitemaps list. */
export async function countIndexedPages(ctx: PlatformCtx): Promise<number> {
  const { count } = await selectIndexed(ctx)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** One of the sitemaps of pages, from 1. */
export async function pageSitemap(ctx: PlatformCtx, number: number): Promise<SiteDocument> {
  const pages = await selectIndexed(ctx)
    .select([sql<string>`'/p/' || public_slug`.as('path'), 'revisions.updated_at'])
    .orderBy('pages.id')
    .limit(PER_SITEMAP)
    .offset((number - 1) * PER_SITEMAP)
    .execute()
  return sitemapOf(ctx, pages)
}

function selectIndexed(ctx: PlatformCtx) {
  return selectPublic(ctx)
    .where(onSite(ctx, 'pages.account_id'))
    .where(sql<boolean>`(revisions.fields->'is_indexed')::boolean`)
}
