import { missingPage } from '@powernode/modules/content/site/article.ts'
import { escapeText } from '@powernode/modules/content/site/html.ts'
import { layoutOf } from '@powernode/modules/content/site/layout.ts'
import { onSite } from '@powernode/modules/content/site/on_site.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { findPublicArticle } from '../public_article.ts'
import { HOME } from './trail.ts'

/** What a visitor sees after saying whether an article helped. */
export async function thanksPage(ctx: PlatformCtx, slug: string): Promise<SiteDocument> {
  const article = await findPublicArticle(ctx, slug, onSite(ctx, 'kb_articles.account_id'))
  if (!article) return missingPage(ctx)
  const path = `/kb/${article.slug}`
  const body = layoutOf(ctx, {
    title: 'Thank you',
    trail: [HOME, { title: article.title, path }],
    main: `<h1>Thank you</h1>
<p>Your answer helps to improve “${escapeText(article.title)}”.</p>
<p><a href="${path}">Back to the article</a></p>`,
  })
  return { type: 'text/html; charset=utf-8', body, noIndex: true, noStore: true }
}
