import {
  ContentPreview,
  createPreview,
  PreviewedContent,
  PreviewLink,
  PreviewRequest,
  previewContent,
} from '@powernode/modules/content/documents/preview.ts'
import { afterSending } from '@powernode/server/platform/http/after_sending.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty, Flag } from '@powernode/server/platform/http/shapes.ts'
import { AnalyticsQuery, ArticleAnalytics, readAnalytics } from './analytics.ts'
import { findArticle, readArticle } from './article.ts'
import { articleKind } from './article_kind.ts'
import { BulkChanges, BulkDeletion, BulkResult, deleteArticles, updateArticles } from './bulk.ts'
import {
  ArticleChanges,
  createArticle,
  deleteArticle,
  NewArticle,
  updateArticle,
} from './editing.ts'
import { ArticleFeedback, FeedbackCounts, giveFeedback } from './feedback.ts'
import { KbArticle, KbArticleSummary } from './fields.ts'
import { ArticleFilters, articleStats, listArticles } from './listing.ts'
import { FoundArticle, SearchQuery, searchArticles } from './searching.ts'
import { countView } from './views.ts'

/** What readers call, and editors with `admin`. */
export const readers = resource(
  '/kb/articles',
  'Articles of the knowledge base: published ones for everybody, drafts for editors',
  (r) => {
    r.list(
      '/',
      {
        can: 'anyone',
        of: KbArticleSummary,
        query: ArticleFilters,
        meta: articleStats,
        sorts: ['-published_at', 'views_count', 'title', 'sort_order', 'created_at', 'updated_at'],
        summary: 'List articles',
      },
      ({ ctx, page, query }) => listArticles(ctx, page, query),
    )
    r.list(
      '/search',
      {
        can: 'anyone',
        of: FoundArticle,
        query: SearchQuery,
        requires: ['q'],
        sorts: ['-rank'],
        name: 'search',
        summary: 'Search published articles, best hits first',
      },
      ({ ctx, page, query }) => searchArticles(ctx, page, query),
    )
    r.get(
      '/analytics',
      {
        can: 'kb_articles.read',
        of: ArticleAnalytics,
        query: AnalyticsQuery,
        summary: 'What is read, what helps, and what is searched and not found',
      },
      ({ ctx, query }) => readAnalytics(ctx, query),
    )
    r.get(
      '/:key',
      {
        can: 'anyone',
        of: KbArticle,
        query: { admin: Flag('The working copy; needs `kb_articles.read`') },
        summary: 'Get an article by its id or slug, or by a slug that it had before',
      },
      async ({ ctx, key, query, reply }) => {
        const article = await readArticle(ctx, key, query.admin)
        if (!query.admin) afterSending(reply, ctx.log, () => countView(ctx, article.id))
        return article
      },
    )
    r.post(
      '/:key/feedback',
      {
        can: 'anyone',
        whileImpersonating: 'says only whether an article helped',
        body: ArticleFeedback,
        of: FeedbackCounts,
        status: 200,
        summary: 'Say whether an article helped; it counts once per reader',
        says: 'Thank you',
      },
      ({ ctx, key, body }) => giveFeedback(ctx, key, body),
    )
  },
)

export const articlesInBulk = resource('/kb/articles', (r) => {
  r.patch(
    '/bulk',
    {
      can: 'kb_articles.update',
      notImpersonating: true,
      body: BulkChanges,
      fails: ['not_found'],
      of: BulkResult,
      name: 'updateInBulk',
      summary: 'Change up to 100 articles; each succeeds or fails on its own',
    },
    ({ ctx, body }) => updateArticles(ctx, body),
  )
  r.delete(
    '/bulk',
    {
      can: 'kb_articles.delete',
      notImpersonating: true,
      body: BulkDeletion,
      fails: ['not_found'],
      of: BulkResult,
      name: 'deleteInBulk',
      summary: 'Delete up to 100 articles; each succeeds or fails on its own',
    },
    ({ ctx, body }) => deleteArticles(ctx, body),
  )
})

export const articles = resource('/kb/articles', (r) => {
  r.post(
    '/',
    {
      can: 'kb_articles.create',
      notImpersonating: true,
      body: NewArticle,
      of: KbArticle,
      location: '/kb/articles',
      summary: 'Create an article; to publish it at once needs `kb_articles.publish` too',
      says: 'Article created',
    },
    ({ ctx, body }) => createArticle(ctx, body),
  )
  r.post(
    '/render',
    {
      can: 'kb_articles.read',
      whileImpersonating: 'changes nothing',
      body: PreviewedContent,
      of: ContentPreview,
      status: 200,
      summary: 'Render Markdown as an article would show it',
    },
    ({ ctx, body }) => previewContent(ctx, body),
  )
  r.update(
    '/:key',
    {
      can: 'kb_articles.update',
      notImpersonating: true,
      body: ArticleChanges,
      of: KbArticle,
      summary:
        'Save an article. Visitors see changes of its text when it is published; of its category, tags and the like at once',
      says: 'Article saved',
      fails: ['invalid_transition'],
    },
    ({ ctx, key, body }) => updateArticle(ctx, key, body),
  )
  r.delete(
    '/:key',
    {
      can: 'kb_articles.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete an article with its versions and comments',
      says: 'Article deleted',
    },
    ({ ctx, key }) => deleteArticle(ctx, key),
  )
  r.post(
    '/:key/preview',
    {
      can: 'kb_articles.update',
      notImpersonating: true,
      body: PreviewRequest,
      of: PreviewLink,
      status: 200,
      summary: 'Make a link that shows the current version to anyone',
    },
    async ({ ctx, key, body }) =>
      createPreview(ctx, articleKind, await findArticle(ctx, key), body),
  )
})
