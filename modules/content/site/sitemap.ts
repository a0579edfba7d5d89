import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { escapeText } from './html.ts'

/** How many documents a sitemap has at most. */
export const PER_SITEMAP = 10_000

/** The index of sitemaps, by the first part of their names and the number of their documents. */
export function sitemapIndexOf(
  { platform }: PlatformCtx,
  documents: Record<string, number>,
): SiteDocument {
  const files = Object.entries(documents).flatMap(([name, count]) =>
    Array.from({ length: Math.ceil(count / PER_SITEMAP) }, (_, index) => {
      const address = `${platform.config.publicUrl}/${name}-${index + 1}.xml`
      return `<sitemap><loc>${escapeText(address)}</loc></sitemap>`
    }),
  )
  return sitemap('sitemapindex', files)
}

export function sitemapOf(
  { platform }: PlatformCtx,
  documents: { path: string; updated_at: Date }[],
): SiteDocument {
  const urls = documents.map(({ path, updated_at }) => {
    const address = escapeText(platform.config.publicUrl + path)
    return `<url><loc>${address}</loc><lastmod>${updated_at.toISOString()}</lastmod></url>`
  })
  return sitemap('urlset', urls)
}

function sitemap(root: string, items: string[]): SiteDocument {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="${namespace}">\n${items.join('\n')}\n</${root}>\n`
  return { type: 'application/xml; charset=utf-8', body }
}
