import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { escapeText } from './html.ts'
import { type Crumb, layoutOf } from './layout.ts'

/** Fewer headings need no table of contents. */
const MIN_CONTENTS = 3

interface Article {
  title: string
  /** Title of the document, if it differs from the heading. */
  name?: string
  description: string
  path?: string
  rendered_content: string
  headings: Heading[]
  account_name: string
  published_at: Date | null
  updated_at: Date
  estimated_read_time: number
  noIndex: boolean
  trail?: Crumb[]
  lang?: string
  /** HTML below the text. */
  after?: string
}

/** A page or article as visitors see it. The name of its account shows whose words these are. */
export function articleOf(ctx: PlatformCtx, article: Article): SiteDocument {
  const { title, description, path, noIndex, published_at, updated_at, headings } = article
  const author = escapeText(article.account_name)
  const published = published_at && `Published ${timeOf(published_at)} · `
  const changed = published_at && dayOf(updated_at) > dayOf(published_at)
  const updated = changed ? `Updated ${timeOf(updated_at)} · ` : ''
  const [ownTitle, text] = splitTitle(article.rendered_content)
  const body = layoutOf(ctx, {
    title: article.name ?? title,
    description,
    ...(path !== undefined && { path }),
    ...(article.trail && { trail: article.trail }),
    ...(article.lang && { lang: article.lang }),
    head: [
      '<meta property="og:type" content="article">',
      ...(published_at
        ? [`<meta property="article:published_time" content="${published_at.toISOString()}">`]
        : []),
      `<meta property="article:modified_time" content="${updated_at.toISOString()}">`,
      ...(noIndex ? ['<meta name="robots" content="noindex">'] : []),
    ].join('\n'),
    main: `<article>
${ownTitle || `<h1>${escapeText(title)}</h1>`}
<p class="about">By ${author} · ${published ?? ''}${updated}${article.estimated_read_time} min read</p>
${contentsOf(headings)}
${text}
</article>${article.after ?? ''}`,
    footer: `<p>This page was written by ${author}, who is responsible for its content.</p>`,
  })
  return { type: 'text/html; charset=utf-8', body, noIndex }
}

/** What visitors see where there is nothing. */
export function missingPage(ctx: PlatformCtx): SiteDocument {
  const body = layoutOf(ctx, {
    title: 'Page not found',
    main: '<h1>Page not found</h1>\n<p>There is no page at this address, or it is no longer public.</p>',
  })
  return { status: 404, type: 'text/html; charset=utf-8', body, noIndex: true }
}

/** A text that begins with a title of its own, and the rest. */
function splitTitle(html: string) {
  const end = html.startsWith('<h1 ') ? html.indexOf('</h1>') + '</h1>'.length : 0
  return [html.slice(0, end), html.slice(end)] as const
}

function contentsOf(headings: Heading[]) {
  const shown = headings.filter(({ level }) => level === 2 || level === 3)
  if (shown.length < MIN_CONTENTS) return ''
  const items = shown.map(
    ({ id, text }) => `<li><a href="#${encodeURIComponent(id)}">${escapeText(text)}</a></li>`,
  )
  return `<nav class="contents" aria-label="Contents"><ul>\n${items.join('\n')}\n</ul></nav>`
}

export function timeOf(at: Date) {
  const words = at.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return `<time datetime="${at.toISOString()}">${words}</time>`
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
