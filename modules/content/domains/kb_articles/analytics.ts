import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  Count,
  DayText,
  Id,
  ListOf,
  type QueryValues,
  Shape,
} from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, dayOf } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { articleSummary } from './fields.ts'
import { readUnanswered, UnansweredSearches } from './unanswered.ts'

const SHOWN = 10

export const AnalyticsQuery = {
  period: Type.Integer({
    minimum: 1,
    maximum: 365,
    description: 'Days until today; 30 by default',
    examples: [30],
  }),
}

const { title, slug, helpful_count, unhelpful_count } = articleSummary

export const ArticleAnalytics = Shape('ArticleAnalytics', {
  total_articles: Count('Articles of the account'),
  draft_articles: Count('Drafts, also those that wait for review'),
  published_articles: Count('Published articles'),
  total_views: Count('Views in the period'),
  views_by_day: ListOf(
    Shape('ArticleViewsOfDay', { date: DayText('Day in UTC'), count: Count('Views') }),
    {
      description: 'Every day of the period, oldest first',
    },
  ),
  top_articles: ListOf(
    Shape('TopArticle', { id: Id(), title, slug, views_count: Count('Views in the period') }),
    { maxItems: SHOWN, description: 'The most read articles of the period' },
  ),
  unhelpful_articles: ListOf(
    Shape('UnhelpfulArticle', { id: Id(), title, slug, helpful_count, unhelpful_count }),
    { maxItems: SHOWN, description: 'Articles that helped the fewest of those who said so' },
  ),
  unanswered_searches: UnansweredSearches,
})

/** What is read in the account's knowledge base, what does not help, and what is searched but missing. */
export async function readAnalytics(ctx: Ctx, { period = 30 }: QueryValues<typeof AnalyticsQuery>) {
  const first = new Date(ctx.realNow().getTime() - (period - 1) * DAY_MS)
  const [counts, days, top_articles, unhelpful_articles, unanswered_searches] = await Promise.all([
    countArticles(ctx),
    readDays(ctx, first),
    readTop(ctx, first),
    readUnhelpful(ctx),
    readUnanswered(ctx),
  ])
  const viewsOn = new Map(days.map(({ date, count }) => [date, Number(count)]))
  const views_by_day = Array.from({ length: period }, (_, index) => {
    const date = dayOf(new Date(first.getTime() + index * DAY_MS))
    return { date, count: viewsOn.get(date) ?? 0 }
  })
  return {
    ...counts,
    total_views: views_by_day.reduce((total, { count }) => total + count, 0),
    views_by_day,
    top_articles,
    unhelpful_articles,
    unanswered_searches,
  }
}

function countArticles(ctx: Ctx) {
  return ctx
    .own('kb_articles')
    .select()
    .select([
      sql<number>`count(*)`.as('total_articles'),
      sql<number>`count(*) filter (where status in ('draft', 'review'))`.as('draft_articles'),
      sql<number>`count(*) filter (where status = 'published')`.as('published_articles'),
    ])
    .executeTakeFirstOrThrow()
}

function readDays(ctx: Ctx, first: Date) {
  return ctx
    .own('kb_view_days')
    .select()
    .select([
      sql<string>`to_char(day, 'YYYY-MM-DD')`.as('date'),
      sql<number>`sum(views_count)`.as('count'),
    ])
    .where('day', '>=', sql<Date>`${dayOf(first)}::date`)
    .groupBy('day')
    .execute()
}

function readTop(ctx: Ctx, first: Date) {
  const views = sql<number>`sum(kb_view_days.views_count)`
  return ctx
    .own('kb_view_days')
    .select()
    .innerJoin('kb_articles', 'kb_articles.id', 'kb_view_days.article_id')
    .select(['kb_articles.id', 'kb_articles.title', 'kb_articles.slug', views.as('views_count')])
    .where('day', '>=', sql<Date>`${dayOf(first)}::date`)
    .groupBy(['kb_articles.id'])
    .orderBy(views, 'desc')
    .orderBy('kb_articles.id')
    .limit(SHOWN)
    .execute()
}

function readUnhelpful(ctx: Ctx) {
  return ctx
    .own('kb_articles')
    .select()
    .select(['id', 'title', 'slug', 'helpful_count', 'unhelpful_count'])
    .where('unhelpful_count', '>', 0)
    .orderBy(sql`helpful_count::real / (helpful_count + unhelpful_count)`)
    .orderBy('unhelpful_count', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute()
}
