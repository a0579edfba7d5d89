import { escapeText } from '@powernode/modules/content/site/html.ts'
import { layoutOf } from '@powernode/modules/content/site/layout.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { sql } from 'kysely'
import { selectPublicArticles } from '../public_article.ts'
import { articleList, linkSection, searchForm } from './parts.ts'

const SHOWN = 10
const MAX_CATEGORIES = 200

/** Where visitors begin: search, categories, and what is recommended or read most. */
export async function homePage(ctx: PlatformCtx): Promise<SiteDocument> {
  const [categories, featured, popular] = await Promise.all([
    readTop(ctx),
    readSome(ctx, true),
    readSome(ctx, false),
  ])
  const isEmpty = featured.length + popular.length === 0
  const main = [
    `<h1>Knowledge base</h1>\n${searchForm()}`,
    isEmpty ? '<p>There are no articles yet.</p>' : '',
    categories.length > 0
      ? `<h2>Categories</h2>\n<ul class="articles">${categories.map(categoryItem).join('\n')}</ul>`
      : '',
    featured.length > 0 ? `<h2>Recommended</h2>\n${articleList(featured)}` : '',
    linkSection(
      'Read most',
      popular.map(({ title, slug }) => ({ title, path: `/kb/${slug}` })),
    ),
  ]
  const body = layoutOf(ctx, {
    title: 'Knowledge base',
    description: 'Articles and answers',
    path: '/kb',
    head: '<link rel="alternate" type="application/atom+xml" title="Knowledge base" href="/kb/feed.xml">',
    main: main.filter(Boolean).join('\n'),
  })
  return { type: 'text/html; charset=utf-8', body }
}

/** The visible categories at the top that have an article, in them or below. */
function readTop(ctx: PlatformCtx) {
  const used = sql<boolean>`exists (
    with recursive below as (
      select kb_categories.id
      union all select c.id from kb_categories c join below on c.parent_id = below.id where c.is_visible)
    select from kb_articles a join below on a.category_id = below.id
    where a.status = 'published' and a.is_public)`
  return ctx
    .acrossAccounts({ because: 'visible categories are public' })
    .selectFrom('kb_categories')
    .innerJoin('accounts', 'accounts.id', 'kb_categories.account_id')
    .select(['kb_categories.name', 'kb_categories.slug', 'kb_categories.description'])
    .where('kb_categories.parent_id', 'is', null)
    .where('kb_categories.is_visible', '=', true)
    .where('accounts.status', '=', 'active')
    .where(onSite(ctx, 'kb_categories.account_id'))
    .where(used)
    .orderBy('kb_categories.sort_order')
    .orderBy('kb_categories.name')
    .orderBy('kb_categories.id')
    .limit(MAX_CATEGORIES)
    .execute()
}

function readSome(ctx: PlatformCtx, featured: boolean) {
  const articles = selectPublicArticles(ctx)
    .select([
      'revisions.title',
      sql<string>`kb_articles.public_slug`.as('slug'),
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
    ])
    .where(onSite(ctx, 'kb_articles.account_id'))
  const chosen = featured ? articles.where('kb_articles.is_featured', '=', true) : articles
  return chosen
    .orderBy('kb_articles.views_count', 'desc')
    .orderBy('kb_articles.id', 'desc')
    .limit(SHOWN)
    .execute()
}

function categoryItem({
  name,
  slug,
  description,
}: {
  name: string
  slug: string
  description: string | null
}) {
  const about = description ? `<p>${escapeText(description)}</p>` : ''
  return `<li><a href="/kb/c/${slug}">${escapeText(name)}</a>${about}</li>`
}
