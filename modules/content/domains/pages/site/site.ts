import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SitePage } from '@powernode/server/platform/http/site.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { sql } from 'kysely'
import { seoOf } from '../fields.ts'
import { openPreview } from '../preview.ts'
import { currentSlug, findPublicPage } from '../public_page.ts'
import { articleOf, missingPage } from './article.ts'
import { feedOf, sitemapIndexOf, sitemapOf } from './listings.ts'
import { readPreviewed } from './previewed.ts'
import { stylesheet } from './stylesheet.ts'

/** The public site. Everything is rendered here, without scripts. */
export const site: SitePage[] = [
  { path: '/p/:slug', read: (ctx, { slug = '' }) => readArticle(ctx, slug) },
  { path: '/p/preview/:token', read: (ctx, { token = '' }) => readPreview(ctx, token) },
  { path: '/feed.xml', read: (ctx) => feedOf(ctx, onSite(ctx)) },
  { path: '/sitemap.xml', read: (ctx) => sitemapIndexOf(ctx, onSite(ctx)) },
  {
    path: '/sitemap-:number(^[0-9]{1,4}).xml',
    read: (ctx, { number = '1' }) => sitemapOf(ctx, onSite(ctx), Number(number) || 1),
  },
  { path: '/robots.txt', read: async (ctx) => robotsOf(ctx) },
  { path: '/site.css', read: async () => ({ type: 'text/css; charset=utf-8', body: stylesheet }) },
]

async function readArticle(ctx: PlatformCtx, slug: string) {
  const page = await findPublicPage(ctx, slug, onSite(ctx))
  if (page) {
    return articleOf(ctx, {
      ...page,
      path: `/p/${page.slug}`,
      description: seoOf(page).description,
      noIndex: !page.is_indexed,
    })
  }
  const current = await currentSlug(ctx, slug)
  const moved = current && (await findPublicPage(ctx, current, onSite(ctx)))
  return moved ? { movedTo: `/p/${current}` } : missingPage(ctx)
}

async function readPreview(ctx: PlatformCtx, token: string): Promise<SiteDocument> {
  const previewed = openPreview(ctx, token)
  const page = previewed && (await readPreviewed(ctx, previewed))
  if (!page) return missingPage(ctx)
  const description = seoOf({ ...page, meta_description: null, meta_keywords: null }).description
  return { ...articleOf(ctx, { ...page, description, noIndex: true }), noStore: true }
}

/** Whether the site shows the pages of an account. */
function onSite({ platform }: PlatformCtx) {
  const { public_site } = platform.settings.values
  if (public_site === 'off') return sql<boolean>`false`
  if (public_site === 'all_accounts') return sql<boolean>`true`
  return sql<boolean>`exists (select from users join user_roles on user_roles.user_id = users.id
    join roles on roles.id = user_roles.role_id
    where users.account_id = pages.account_id and roles.role_type = 'admin')`
}

function robotsOf({ platform }: PlatformCtx): SiteDocument {
  const { config, settings } = platform
  const rules =
    settings.values.public_site === 'off'
      ? ['Disallow: /']
      : ['Disallow: /api/', 'Disallow: /p/preview/', '', `Sitemap: ${config.publicUrl}/sitemap.xml`]
  return { type: 'text/plain; charset=utf-8', body: `${['User-agent: *', ...rules].join('\n')}\n` }
}
