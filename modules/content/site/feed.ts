import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { escapeText } from './html.ts'

/** How many of the latest documents a feed shows. */
export const FEED_ENTRIES = 20

interface FeedEntry {
  id: string
  title: string
  path: string
  published_at: Date | null
  updated_at: Date
  account_name: string
  excerpt: string
}

/** An Atom feed of documents, newest first. `path` is its own. */
export function feedOf(
  { platform }: PlatformCtx,
  { path, title }: { path: string; title: string },
  documents: FeedEntry[],
): SiteDocument {
  const { publicUrl } = platform.config
  const entries = documents.map(
    (entry) => `<entry>
<id>urn:uuid:${entry.id}</id>
<title>${escapeText(entry.title)}</title>
<link href="${escapeText(publicUrl + entry.path)}"/>
<published>${(entry.published_at ?? entry.updated_at).toISOString()}</published>
<updated>${entry.updated_at.toISOString()}</updated>
<author><name>${escapeText(entry.account_name)}</name></author>
<summary>${escapeText(entry.excerpt)}</summary>
</entry>`,
  )
  const updated = Math.max(0, ...documents.map(({ updated_at }) => updated_at.getTime()))
  const address = escapeText(publicUrl + path)
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${address}</id>
<title>${escapeText(title)}</title>
<link rel="self" href="${address}"/>
<updated>${new Date(updated).toISOString()}</updated>
${entries.join('\n')}
</feed>
`
  return { type: 'application/atom+xml; charset=utf-8', body }
}
