import { escapeText } from '@powernode/modules/content/site/html.ts'
import { layoutOf } from '@powernode/modules/content/site/layout.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { searchArticles } from '../searching.ts'
import { searchForm } from './parts.ts'
import { HOME } from './trail.ts'

const MAX_QUERY = 200
const SHOWN = 50

/** What a visitor searched. Nothing of it is cached or listed by search engines. */
export async function resultsPage(ctx: PlatformCtx, query: string): Promise<SiteDocument> {
  const q = [...query.replaceAll('\0', '').toWellFormed().trim()].slice(0, MAX_QUERY).join('')
  const page = { number: 1, size: SHOWN, sort: { column: 'rank', descending: true } }
  const among = onSite(ctx, 'kb_articles.account_id')
  const { rows, total } = q ? await searchArticles(ctx, page, { q }, among) : NOTHING
  const items = rows.map(
    ({ title, slug, highlight }) =>
      `<li><a href="/kb/${slug}">${escapeText(title)}</a><p>${highlight}</p></li>`,
  )
  const count = total === 1 ? 'One article' : `${total} articles`
  const found = total > 0 ? `${count} found.` : 'Nothing was found. Try fewer or other words.'
  const body = layoutOf(ctx, {
    title: q ? `Search: ${q}` : 'Search',
    trail: [HOME],
    main: `<h1>Search</h1>
${searchForm(q)}
${q ? `<p role="status">${found}</p>` : ''}
<ul class="articles">
${items.join('\n')}
</ul>`,
  })
  return { type: 'text/html; charset=utf-8', body, noIndex: true, noStore: true }
}

const NOTHING: Pick<Awaited<ReturnType<typeof searchArticles>>, 'rows' | 'total'> = {
  rows: [],
  total: 0,
}
