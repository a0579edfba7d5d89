import { cut } from '@powernode/modules/content/documents/fields.ts'
import { articleOf, missingPage } from '@powernode/modules/content/site/article.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import { readPreview } from '@powernode/modules/content/site/previewed.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SitePage } from '@powernode/server/platform/http/site.ts'
import { articleKind } from '../article_kind.ts'
import { giveFeedback } from '../feedback.ts'
import { languageCode } from '../languages.ts'
import { findPublicArticle } from '../public_article.ts'
import { countView } from '../views.ts'
import { belowArticle } from './below_article.ts'
import { categoryPage } from './category_page.ts'
import { homePage } from './home_page.ts'
import { articleFeed, articleSitemap } from './listings.ts'
import { resultsPage } from './results_page.ts'
import { thanksPage } from './thanks_page.ts'
import { HOME, readTrail } from './trail.ts'

const SEO_DESCRIPTION = 160
const answers = ['yes', 'no']

/** The knowledge base on the public site. */
export const knowledgeBaseSite: SitePage[] = [
  { path: '/kb', read: homePage },
  { path: '/kb/c/:slug', read: (ctx, { slug = '' }) => categoryPage(ctx, slug) },
  { path: '/kb/search', read: (ctx, _, { q = '' }) => resultsPage(ctx, String(q)) },
  { path: '/kb/feed.xml', read: articleFeed },
  {
    path: '/sitemap-kb-:number(^[0-9]{1,4}).xml',
    read: (ctx, { number = '1' }) => articleSitemap(ctx, Number(number) || 1),
  },
  {
    path: '/kb/preview/:token',
    read: (ctx, { token = '' }) => readPreview(ctx, articleKind, token),
  },
  {
    path: '/kb/:slug',
    read: (ctx, { slug = '' }) => readArticlePage(ctx, slug),
    afterwards: (ctx, { slug = '' }) => countView(ctx, slug),
  },
  {
    path: '/kb/:slug/feedback',
    read: (ctx, { slug = '' }) => thanksPage(ctx, slug),
    async submit(ctx, { slug = '' }, { is_helpful = '' }) {
      if (answers.includes(is_helpful) && (await findPublicArticle(ctx, slug))) {
        await giveFeedback(ctx, slug, { is_helpful: is_helpful === 'yes' })
      }
      return `/kb/${encodeURIComponent(slug)}/feedback`
    },
  },
]

async function readArticlePage(ctx: PlatformCtx, slug: string) {
  const article = await findPublicArticle(ctx, slug, onSite(ctx, 'kb_articles.account_id'))
  if (!article) return missingPage(ctx)
  if (article.slug !== slug) return { movedTo: `/kb/${article.slug}` }
  const { fields } = article
  const [trail, after] = await Promise.all([
    readTrail(ctx, article.category.id),
    belowArticle(ctx, article),
  ])
  return articleOf(ctx, {
    ...article,
    path: `/kb/${slug}`,
    name: fields.meta_title ?? article.title,
    description: fields.meta_description ?? cut(article.excerpt, SEO_DESCRIPTION),
    noIndex: !fields.is_indexed,
    lang: languageCode(article.language),
    trail: [HOME, ...trail],
    after,
  })
}
