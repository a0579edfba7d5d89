import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { type RawBuilder, sql } from 'kysely'
import { selectPublic } from '../public_page.ts'
import { escapeText } from './html.ts'

const FEED_ENTRIES = 20
const PER_SITEMAP = 10_000
const XML = '<?xml version="1.0" encoding="utf-8"?>\n'

type Among = RawBuilder<boolean>

/** The latest published pages as an Atom feed. */
export async function feedOf(ctx: PlatformCtx, among: Among): Promise<SiteDocument> {
  const { publicUrl } = ctx.platform.config
  const rows = await selectPublic(ctx)
    .select([
      'pages.id',
      'public_slug',
      'published_at',
      'revisions.title',
      'revisions.updated_at',
      'accounts.name as account_name',
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
    ])
    .where(among)
    .orderBy('published_at', 'desc')
    .orderBy('pages.id', 'desc')
    .limit(FEED_ENTRIES)
    .execute()
  const entries = rows.map((row) => {
    const published = (row.published_at ?? row.updated_at).toISOString()
    return `<entry>
<id>urn:uuid:${row.id}</id>
<title>${escapeText(row.title)}</title>
<link href="${escapeText(`${publicUrl}/p/${row.public_slug}`)}"/>
<published>${published}</published>
<updated>${row.updated_at.toISOString()}</updated>
<author><name>${escapeText(row.account_name)}</name></author>
<summary>${escapeText(row.excerpt)}</summary>
</entry>`
  })
  const updated = Math.max(0, ...rows.map((row) => row.updated_at.getTime()))
  const body = `${XML}<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escapeText(`${publicUrl}/feed.xml`)}</id>
<title>${escapeText(ctx.platform.settings.values.system_name)}</title>
<link rel="self" href="${escapeText(`${publicUrl}/feed.xml`)}"/>
<updated>${new Date(updated).toISOString()}</updated>
${entries.join('\n')}
</feed>
`
  return { type: 'application/atom+xml; charset=utf-8', body }
}

/** The sitemaps, each with up to 10,000 pages. */
export async function sitemapIndexOf(ctx: PlatformCtx, among: Among): Promise<SiteDocument> {
  const { count } = await selectIndexed(ctx, among)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const files = Array.from({ length: Math.max(1, Math.ceil(count / PER_SITEMAP)) }, (_, index) => {
    const address = `${ctx.platform.config.publicUrl}/sitemap-${index + 1}.xml`
    return `<sitemap><loc>${escapeText(address)}</loc></sitemap>`
  })
  return sitemap('sitemapindex', files)
}

/** One of the sitemaps, from 1. */
export async function sitemapOf(
  ctx: PlatformCtx,
  among: Among,
  number: number,
): Promise<SiteDocument> {
  const rows = await selectIndexed(ctx, among)
    .select(['public_slug', 'revisions.updated_at'])
    .orderBy('pages.id')
    .limit(PER_SITEMAP)
    .offset((number - 1) * PER_SITEMAP)
    .execute()
  const urls = rows.map(({ public_slug, updated_at }) => {
    const address = escapeText(`${ctx.platform.config.publicUrl}/p/${public_slug}`)
    return `<url><loc>${address}</loc><lastmod>${updated_at.toISOString()}</lastmod></url>`
  })
  return sitemap('urlset', urls)
}

function selectIndexed(ctx: PlatformCtx, among: Among) {
  return selectPublic(ctx)
    .where(among)
    .where(sql<boolean>`(revisions.fields->'is_indexed')::boolean`)
}

function sitemap(root: string, items: string[]): SiteDocument {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  const body = `${XML}<${root} xmlns="${namespace}">\n${items.join('\n')}\n</${root}>\n`
  return { type: 'application/xml; charset=utf-8', body }
}
