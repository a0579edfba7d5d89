import { countComments } from '@powernode/modules/content/domains/kb_articles/comments_count.ts'
import { renderComment } from '@powernode/modules/content/markdown/comment.ts'
import { type Ctx, requireUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { Id, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { broadcastComments } from './channel.ts'
import { CommentContent, readComment, requireArticle } from './comment.ts'
import { lockAuthor, readHistory, requireHourlyLimit, requireNotBanned } from './history.ts'
import { judge } from './judgement.ts'
import { isModeratorOf, isTrustedBy } from './moderators.ts'

const written = {
  content: CommentContent,
  parent_id: Type.Optional(
    Nullable(Id('The comment on the same article that it replies to; not a reply itself')),
  ),
}

export const NewArticleComment = Shape('NewArticleComment', written)
export const NewKbComment = Shape('NewKbComment', {
  article_id: Id('The article, which the caller may read'),
  ...written,
})
export const KbCommentChanges = Shape('KbCommentChanges', { content: CommentContent })

/**
 * Comments on a published article of any account, by its id or slug. Throws 409 if its comments are switched off, 403 for
 * somebody whose comments there were spam, and 429 after ten in an hour.
 */
export async function createComment(
  ctx: Ctx,
  key: string,
  { content, parent_id = null }: Static<typeof NewArticleComment>,
) {
  const { userId } = requireUser(ctx)
  const article = await requireArticle(ctx, key)
  if (article.status !== 'published' || !article.comments_enabled) {
    throw fail.with('invalid_transition', 'Comments on this article are switched off')
  }
  const isTrusted = isTrustedBy(ctx, article.account_id)
  const rendered = renderComment(content)
  const id = await ctx.inAccount(article.account_id).transaction(async (tx) => {
    await lockAuthor(tx, userId)
    await requireHourlyLimit(tx, userId)
    if (!isTrusted) await requireNotBanned(tx, userId)
    if (parent_id) await requireRoot(tx, article.id, parent_id)
    const history = await readHistory(tx, userId, { content })
    const { status, reason } = judge(rendered, { ...history, isTrusted })
    const { id } = await tx
      .own('kb_comments')
      .insert({
        ...{ article_id: article.id, parent_id, content, status, reason },
        rendered_content: rendered.html,
        author_id: userId,
        author_account_id: ctx.account.id,
        created_at: tx.now(),
        updated_at: tx.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { title } = article
    await tx.audit('kb_comment.created', id, { new: { article_id: article.id, status } })
    await tx.emit('kb_comment.created', { id, article_id: article.id, title, status })
    if (status === 'approved') await countComments(tx, article.id)
    await broadcastComments(tx)
    return id
  })
  return readComment(ctx, id)
}

/** Changes a comment of the caller. It is judged anew, so it may wait for a moderator again. */
export async function updateComment(
  ctx: Ctx,
  id: string,
  { content }: Static<typeof KbCommentChanges>,
) {
  const { userId } = requireUser(ctx)
  const account_id = await accountOfComment(ctx, id)
  const isTrusted = isTrustedBy(ctx, account_id)
  const rendered = renderComment(content)
  await ctx.inAccount(account_id).transaction(async (tx) => {
    await lockAuthor(tx, userId)
    const comment = await lockComment(tx, id)
    if (comment.author_id !== userId) throw fail.notFound('comment')
    requireNoSpam(comment.status)
    if (!isTrusted) await requireNotBanned(tx, userId)
    const history = await readHistory(tx, userId, { content, commentId: id })
    const { status, reason } = judge(rendered, { ...history, isTrusted })
    await tx
      .own('kb_comments')
      .update({
        ...{ content, status, reason, rendered_content: rendered.html, updated_at: tx.now() },
        ...{ moderated_by_id: null, moderated_at: null },
      })
      .where('id', '=', id)
      .execute()
    await tx.audit('kb_comment.updated', id, {
      old: { status: comment.status },
      new: { status },
    })
    await countComments(tx, comment.article_id)
    await broadcastComments(tx)
  })
  return readComment(ctx, id)
}

/** Deletes a comment of the caller, or one that they moderate, with the replies to it. */
export async function deleteComment(ctx: Ctx, id: string): Promise<void> {
  const { userId } = requireUser(ctx)
  const account_id = await accountOfComment(ctx, id)
  const isModerator = isModeratorOf(ctx, account_id)
  await ctx.inAccount(account_id).transaction(async (tx) => {
    const { article_id, author_id, status } = await lockComment(tx, id)
    if (!isModerator) {
      if (author_id !== userId) throw fail.notFound('comment')
      requireNoSpam(status)
    }
    await tx.own('kb_comments').delete().where('id', '=', id).execute()
    await tx.audit('kb_comment.deleted', id, { old: { article_id, status } })
    await countComments(tx, article_id)
    await broadcastComments(tx)
  })
}

/** Locks a comment on an article of the account; 404 if there is none. */
export async function lockComment(tx: Tx, id: string) {
  const comment = await tx
    .own('kb_comments')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!comment) throw fail.notFound('comment')
  return comment
}

/** Authors cannot take back what counts against them. */
function requireNoSpam(status: string) {
  if (status === 'spam') {
    throw fail.with('invalid_transition', 'A comment that is marked as spam cannot be changed')
  }
}

async function requireRoot(tx: Tx, articleId: string, parentId: string) {
  const parent = await tx
    .own('kb_comments')
    .select()
    .select('id')
    .where('id', '=', parentId)
    .where('article_id', '=', articleId)
    .where('parent_id', 'is', null)
    .where('status', '=', 'approved')
    .forKeyShare()
    .executeTakeFirst()
  if (!parent) {
    throw fail.invalid({ parent_id: ['is not a comment on this article that takes replies'] })
  }
}

async function accountOfComment(ctx: Ctx, id: string): Promise<string> {
  const comment = await ctx
    .acrossAccounts({ because: 'people comment on articles of other accounts' })
    .selectFrom('kb_comments')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!comment) throw fail.notFound('comment')
  return comment.account_id
}
