import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  Flag,
  Id,
  type QueryValues,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { type Expression, sql } from 'kysely'
import { Type } from 'typebox'
import { requireEditor, selectArticles } from './article.ts'
import { ArticleStatus, articleStatuses } from './fields.ts'
import { selectReaderSummaries } from './public_article.ts'

export const ArticleFilters = {
  admin: Flag(
    'The working copies of the own account, drafts included; needs `kb_articles.read`. By default, the public articles of all accounts',
  ),
  category_id: Id('Only articles of this category'),
  tags: Text(500, {
    description: 'Only articles with one of these tags, separated by commas',
    examples: ['Setup,Billing'],
  }),
  is_featured: Flag('Only articles that are recommended, or are not'),
  status: ArticleStatus,
  author_id: Id('Only articles created by this user'),
  is_public: Flag('Only articles that visitors may see while they are published, or the others'),
  search: Text(100, { description: 'Part of the title' }),
}

export const articleStats = {
  stats: Type.Optional(
    Shape('ArticleStats', {
      total: Count('Articles of the account'),
      draft: Count('Drafts'),
      review: Count('Waiting for review'),
      published: Count('Published'),
      archived: Count('Archived'),
    }),
  ),
}

type Filters = Omit<QueryValues<typeof ArticleFilters>, 'admin'>

/** Public articles of all accounts, as they were published; with `admin`, the working copies of the own account. */
export async function listArticles(
  ctx: PlatformCtx,
  page: PageRequest,
  { admin, ...filters }: QueryValues<typeof ArticleFilters>,
) {
  if (!admin) return listPublicArticles(ctx, page, filters)
  const editor = requireEditor(ctx)
  const { search } = filters
  let query = selectArticles(editor).where(matches(filters))
  if (search) query = query.where((eb) => contains(eb.ref('kb_articles.title'), search))
  const [listing, stats] = await Promise.all([
    paginate(editor, query, page, 'kb_articles'),
    readStats(editor),
  ])
  return { ...listing, summary: { stats } }
}

/** Sorted by what readers see: the published title, not that of the working copy. */
function listPublicArticles(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const { search } = filters
  const query = selectReaderSummaries(ctx)
    .innerJoinLateral(
      sql<{ id: string }>`(select kb_articles.id, kb_articles.public_title as title,
        kb_articles.published_at, kb_articles.created_at, revisions.updated_at,
        kb_articles.views_count, kb_articles.sort_order)`.as('shown'),
      (join) => join.onTrue(),
    )
    .where(matches(filters))
  const titled = contains(sql.ref('kb_articles.public_title'), search ?? '')
  return paginate(ctx, search ? query.where(titled) : query, page, 'shown')
}

async function readStats(ctx: Ctx) {
  const counts = articleStatuses.map((status) =>
    sql<number>`count(*) filter (where status = ${sql.lit(status)})`.as(status),
  )
  return ctx
    .own('kb_articles')
    .select()
    .select([sql<number>`count(*)`.as('total'), ...counts])
    .executeTakeFirstOrThrow()
}

/** The filters that both lists have. */
function matches({ category_id, tags, is_featured, status, author_id, is_public }: Filters) {
  const conditions: Expression<unknown>[] = [sql`true`]
  const equal = (column: string, value: unknown) => {
    if (value !== undefined) conditions.push(sql`${sql.ref(column)} = ${value}`)
  }
  equal('kb_articles.category_id', category_id)
  equal('kb_articles.is_featured', is_featured)
  equal('kb_articles.status', status)
  equal('kb_articles.author_id', author_id)
  equal('kb_articles.is_public', is_public)
  const names = tags?.split(',').map((name) => name.trim().toLowerCase())
  if (names) {
    conditions.push(sql`exists (select from kb_article_tags l join kb_tags t on t.id = l.tag_id
      where l.article_id = kb_articles.id and (lower(t.name) = any(${names}) or t.slug = any(${names})))`)
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
