import { isSlug } from '@powernode/modules/content/documents/slug.ts'
import { missingPage } from '@powernode/modules/content/site/article.ts'
import { escapeText } from '@powernode/modules/content/site/html.ts'
import { layoutOf } from '@powernode/modules/content/site/layout.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { sql } from 'kysely'
import { selectPublicArticles } from '../public_article.ts'
import { articleList, linkSection } from './parts.ts'
import { HOME, readTrail } from './trail.ts'

/** More articles of a category are found by search. */
const MAX_ARTICLES = 500

/** A visible category: what is below it, and its articles. */
export async function categoryPage(ctx: PlatformCtx, slug: string): Promise<SiteDocument> {
  const category = isSlug(slug) ? await findCategory(ctx, slug) : undefined
  if (!category) return missingPage(ctx)
  const { id, name, description } = category
  const [trail, below, articles] = await Promise.all([
    readTrail(ctx, id),
    readBelow(ctx, id),
    readArticles(ctx, id),
  ])
  const isEmpty = below.length + articles.length === 0
  const main = [
    `<h1>${escapeText(name)}</h1>`,
    description ? `<p>${escapeText(description)}</p>` : '',
    linkSection('Categories', below),
    articles.length > 0 ? articleList(articles) : '',
    isEmpty ? '<p>There are no articles here yet.</p>' : '',
  ]
  const body = layoutOf(ctx, {
    title: name,
    description: description ?? `Articles about ${name}`,
    path: `/kb/c/${slug}`,
    trail: [HOME, ...trail.slice(0, -1)],
    main: main.filter(Boolean).join('\n'),
    footer: `<p>These articles were written by ${escapeText(category.account_name)}.</p>`,
  })
  return { type: 'text/html; charset=utf-8', body }
}

function selectVisible(ctx: PlatformCtx) {
  return ctx
    .acrossAccounts({ because: 'visible categories are public' })
    .selectFrom('kb_categories')
    .innerJoin('accounts', 'accounts.id', 'kb_categories.account_id')
    .where('kb_categories.is_visible', '=', true)
    .where('accounts.status', '=', 'active')
}

function findCategory(ctx: PlatformCtx, slug: string) {
  return selectVisible(ctx)
    .select(['kb_categories.id', 'kb_categories.name', 'kb_categories.description'])
    .select('accounts.name as account_name')
    .where('kb_categories.slug', '=', slug)
    .where(onSite(ctx, 'kb_categories.account_id'))
    .executeTakeFirst()
}

function readBelow(ctx: PlatformCtx, id: string) {
  return selectVisible(ctx)
    .select(['kb_categories.name as title', sql<string>`'/kb/c/' || kb_categories.slug`.as('path')])
    .where('kb_categories.parent_id', '=', id)
    .orderBy('kb_categories.sort_order')
    .orderBy('kb_categories.name')
    .execute()
}

function readArticles(ctx: PlatformCtx, id: string) {
  return selectPublicArticles(ctx)
    .select([
      'revisions.title',
      sql<string>`kb_articles.public_slug`.as('slug'),
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
    ])
    .where('kb_articles.category_id', '=', id)
    .orderBy('kb_articles.sort_order')
    .orderBy('kb_articles.public_title')
    .orderBy('kb_articles.id')
    .limit(MAX_ARTICLES)
    .execute()
}
