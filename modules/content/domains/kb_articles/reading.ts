import { isSlug } from '@powernode/modules/content/documents/slug.ts'
import {
  callingUser,
  isInAccount,
  type PlatformCtx,
} from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type RawBuilder, sql } from 'kysely'
import { editorOf } from './article.ts'

/** Whether everybody may read the article that a query calls `table`. */
export function isPublicArticle(table: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<boolean>`(${column('status')} = 'published' and ${column('is_public')} and exists (
    select from kb_categories c join accounts on accounts.id = c.account_id
    where c.id = ${column('category_id')} and c.is_visible and accounts.status = 'active'))`
}

/**
 * What belongs to an article is read by those who may read the article: everybody if it is public, else its author and the
 * editors of its account. Undefined if the caller may not. By its id or slug.
 */
export async function findReadableArticle(ctx: PlatformCtx, key: string) {
  const isPublic = isPublicArticle('kb_articles')
  const article = await ctx
    .acrossAccounts({ because: 'public articles of all accounts are public' })
    .selectFrom('kb_articles')
    .select(['id', 'account_id', 'title', 'status', 'comments_enabled', 'author_id'])
    .select(isPublic.as('is_public'))
    .where((eb) => {
      if (isId(key)) return eb('id', '=', key)
      if (!isSlug(key)) return eb.val(false)
      const own = isInAccount(ctx)
        ? [eb.and([eb('slug', '=', key), eb('account_id', '=', ctx.account.id)])]
        : []
      return eb.or([eb.and([eb('public_slug', '=', key), isPublic]), ...own])
    })
    .where((eb) => eb.or([isPublic, mayReadDrafts(ctx)]))
    .orderBy(isPublic, 'desc')
    .executeTakeFirst()
  return article
}

/** Whether a row of `kb_articles` is one whose working copy the caller may read. */
export function mayReadDrafts(ctx: PlatformCtx): RawBuilder<boolean> {
  const userId = callingUser(ctx)?.userId
  if (!userId || !isInAccount(ctx)) return sql<boolean>`false`
  return sql<boolean>`(kb_articles.account_id = ${ctx.account.id}
    and (${editorOf(ctx) !== undefined} or kb_articles.author_id = ${userId}))`
}
