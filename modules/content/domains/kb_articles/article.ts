import { readTime } from '@powernode/modules/content/documents/fields.ts'
import { isSlug } from '@powernode/modules/content/documents/slug.ts'
import {
  type Ctx,
  callingUser,
  isInAccount,
  type PlatformCtx,
  type Tx,
} from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { articleUrl, sharedColumns } from './columns.ts'
import type { ArticleLanguage } from './languages.ts'
import { findPublicArticle, selectPublicArticles } from './public_article.ts'

const MAX_RELATED = 5

/** The account of a caller who may read its drafts. */
export function editorOf(ctx: PlatformCtx): Ctx | undefined {
  const may = callingUser(ctx)?.permissions.has('kb_articles.read')
  return may && isInAccount(ctx) ? ctx : undefined
}

/** The account of a caller who may read drafts; 401 for visitors, 403 for others. */
export function requireEditor(ctx: PlatformCtx): Ctx {
  const editor = editorOf(ctx)
  if (editor) return editor
  if (ctx.actor.kind === 'visitor') throw fail.with('unauthorized')
  throw fail.forbidden('kb_articles.read')
}

/**
 * An article by its id or slug: as visitors read it, else the working copy for its author and for editors of its account.
 * With `admin`, always the working copy. The same 404 for what the caller may not read.
 */
export async function readArticle(ctx: PlatformCtx, key: string, admin = false) {
  if (admin) return readWorkingCopy(requireEditor(ctx), key)
  const found = await findPublicArticle(ctx, key)
  if (!found) return readOwn(ctx, key)
  const { account_id, account_name: _, headings: __, fields, ...article } = found
  const { is_indexed, is_excerpt_written, meta_title, meta_description, meta_keywords, metadata } =
    fields
  return {
    ...article,
    ...{ is_indexed, is_excerpt_written, meta_title, meta_description, meta_keywords, metadata },
    published_version: article.version,
    scheduled_version: null,
    lock_version: 0,
    taken_down_reason: null,
    can_edit: isInAccount(ctx) && ctx.account.id === account_id && mayEdit(ctx),
    related_articles: await readRelated(ctx, article.id, article.category.id),
  }
}

/** The working copy of an article of the account. */
export async function readWorkingCopy(ctx: Ctx, key: string) {
  const article = await selectArticles(ctx)
    .select([
      'kb_articles.content',
      'kb_articles.meta_title',
      'kb_articles.meta_description',
      'kb_articles.meta_keywords',
      'kb_articles.is_indexed',
      'kb_articles.version',
      'kb_articles.published_version',
      'kb_articles.scheduled_version',
      'kb_articles.lock_version',
      'kb_articles.taken_down_reason',
      'revisions.rendered_content',
      sql<Record<string, unknown>>`kb_articles.metadata`.as('metadata'),
      sql<boolean>`kb_articles.excerpt is not null`.as('is_excerpt_written'),
    ])
    .where(byKey(key))
    .executeTakeFirst()
  if (!article) throw fail.notFound('article')
  const related_articles = await readRelated(ctx, article.id, article.category.id)
  return { ...article, can_edit: mayEdit(ctx), related_articles }
}

/** The id and version of an article of the account, without its content; 404 if there is none. */
export async function findArticle(ctx: Ctx, key: string) {
  const article = await ctx
    .own('kb_articles')
    .select()
    .select(['id', 'version'])
    .where(byKey(key))
    .executeTakeFirst()
  if (!article) throw fail.notFound('article')
  return article
}

/** Locks an article of the account; 404 if there is none. */
export async function lockArticle(tx: Tx, key: string) {
  const article = await tx
    .own('kb_articles')
    .select()
    .select([
      'id',
      'category_id',
      'title',
      'slug',
      'content',
      'excerpt',
      'meta_title',
      'meta_description',
      'meta_keywords',
      'is_indexed',
      'version',
      'lock_version',
      'is_public',
      'is_featured',
      'sort_order',
      'comments_enabled',
      sql<ArticleLanguage>`language`.as('language'),
      'status',
      'published_version',
      'published_at',
      'public_slug',
      'scheduled_for',
      'scheduled_version',
      'unpublish_at',
      'turn',
      'taken_down_at',
      'taken_down_reason',
      'author_id',
      'updated_at',
      sql<Record<string, unknown>>`metadata`.as('metadata'),
    ])
    .where(byKey(key))
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!article) throw fail.notFound('article')
  return article
}

export type LockedArticle = Awaited<ReturnType<typeof lockArticle>>

/** The articles of the account with their working copies. */
export function selectArticles(ctx: Ctx) {
  return ctx
    .own('kb_articles')
    .select()
    .innerJoin('kb_categories', 'kb_categories.id', 'kb_articles.category_id')
    .innerJoin('accounts', 'accounts.id', 'kb_articles.account_id')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.subject_id', '=', 'kb_articles.id')
        .onRef('revisions.version', '=', 'kb_articles.version')
        .on('revisions.subject_type', '=', 'kb_article'),
    )
    .select(sharedColumns)
    .select([
      'kb_articles.title',
      'kb_articles.slug',
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
      articleUrl(ctx).as('url'),
      'kb_articles.word_count',
      readTime(sql.ref('kb_articles.word_count')).as('estimated_read_time'),
      sql<boolean>`coalesce(kb_articles.version > kb_articles.published_version, false)`.as(
        'has_unpublished_changes',
      ),
      'kb_articles.scheduled_for',
      'kb_articles.unpublish_at',
      'kb_articles.taken_down_at',
      'kb_articles.updated_at',
    ])
}

/** The working copy for its author or an editor; 404 for everybody else, as if it did not exist. */
async function readOwn(ctx: PlatformCtx, key: string) {
  if (!isInAccount(ctx) || !callingUser(ctx)) throw fail.notFound('article')
  const article = await readWorkingCopy(ctx, key)
  if (!editorOf(ctx) && article.author?.id !== callingUser(ctx)?.userId) {
    throw fail.notFound('article')
  }
  return article
}

/** Other public articles of a category. */
export function readRelated(ctx: PlatformCtx, id: string, categoryId: string) {
  return selectPublicArticles(ctx)
    .select(['kb_articles.id', 'revisions.title', sql<string>`kb_articles.public_slug`.as('slug')])
    .where('kb_articles.category_id', '=', categoryId)
    .where('kb_articles.id', '<>', id)
    .orderBy('kb_articles.is_featured', 'desc')
    .orderBy('kb_articles.sort_order')
    .orderBy('kb_articles.id')
    .limit(MAX_RELATED)
    .execute()
}

const mayEdit = (ctx: Ctx) => callingUser(ctx)?.permissions.has('kb_articles.update') === true

/** An id, or the slug of the working copy. What can be neither finds nothing. */
function byKey(key: string) {
  if (isId(key)) return sql<boolean>`kb_articles.id = ${key}`
  return isSlug(key) ? sql<boolean>`kb_articles.slug = ${key}` : sql<boolean>`false`
}
