import { countIndexedArticles } from '@powernode/modules/content/domains/kb_articles/site/listings.ts'
import { articleOf, missingPage } from '@powernode/modules/content/site/article.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import { readPreview } from '@powernode/modules/content/site/previewed.ts'
import { sitemapIndexOf } from '@powernode/modules/content/site/sitemap.ts'
import { stylesheet } from '@powernode/modules/content/site/stylesheet.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SitePage } from '@powernode/server/platform/http/site.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { seoOf } from '../fields.ts'
import { pageKind } from '../page_kind.ts'
import { currentSlug, findPublicPage } from '../public_page.ts'
import { countIndexedPages, pageFeed, pageSitemap } from './listings.ts'

/** The public site. Everything is rendered here, without scripts. */
export const site: SitePage[] = [
  { path: '/p/:slug', read: (ctx, { slug = '' }) => readArticle(ctx, slug) },
  {
    path: '/p/preview/:token',
    read: (ctx, { token = '' }) => readPreview(ctx, pageKind, token),
  },
  { path: '/feed.xml', read: pageFeed },
  { path: '/sitemap.xml', read: readIndex },
  {
    path: '/sitemap-:number(^[0-9]{1,4}).xml',
    read: (ctx, { number = '1' }) => pageSitemap(ctx, Number(number) || 1),
  },
  { path: '/robots.txt', read: async (ctx) => robotsOf(ctx) },
  { path: '/site.css', read: async () => ({ type: 'text/css; charset=utf-8', body: stylesheet }) },
]

async function readArticle(ctx: PlatformCtx, slug: string) {
  const among = onSite(ctx, 'pages.account_id')
  const page = await findPublicPage(ctx, slug, among)
  if (page) {
    return articleOf(ctx, {
      ...page,
      path: `/p/${page.slug}`,
      description: seoOf(page).description,
      noIndex: !page.is_indexed,
    })
  }
  const current = await currentSlug(ctx, slug)
  const moved = current && (await findPublicPage(ctx, current, among))
  return moved ? { movedTo: `/p/${current}` } : missingPage(ctx)
}

async function readIndex(ctx: PlatformCtx) {
  const [pages, articles] = await Promise.all([countIndexedPages(ctx), countIndexedArticles(ctx)])
  return sitemapIndexOf(ctx, { sitemap: Math.max(1, pages), 'sitemap-kb': articles })
}

function robotsOf({ platform }: PlatformCtx): SiteDocument {
  const { config, settings } = platform
  const rules =
    settings.values.public_site === 'off'
      ? ['Disallow: /']
      : [
          'Disallow: /api/',
          'Disallow: /p/preview/',
          'Disallow: /kb/preview/',
          'Disallow: /kb/search',
          '',
          `Sitemap: ${config.publicUrl}/sitemap.xml`,
        ]
  return { type: 'text/plain; charset=utf-8', body: `${['User-agent: *', ...rules].join('\n')}\n` }
}
