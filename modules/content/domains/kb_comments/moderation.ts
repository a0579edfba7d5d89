import { countComments } from '@powernode/modules/content/domains/kb_articles/comments_count.ts'
import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  Email,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { broadcastComments } from './channel.ts'
import { authorOfComment, CommentAuthor, CommentContent, KbCommentStatus } from './comment.ts'
import type { CommentStatus } from './judgement.ts'
import { lockComment } from './writing.ts'

export const ModeratedComment = Shape('ModeratedComment', {
  id: Id(),
  article: Shape('CommentedArticle', {
    id: Id(),
    title: Title(255, { description: 'Title', examples: ['First steps'] }),
    slug: Text(150, { description: 'Last part of its address', examples: ['first-steps'] }),
  }),
  is_reply: Flag('It replies to another comment'),
  content: CommentContent,
  status: KbCommentStatus,
  reason: Nullable(
    Text(500, { description: 'Why it was judged so', examples: ['It has 2 links'] }),
  ),
  author: Nullable(CommentAuthor),
  author_email: Nullable(Email('Address of an author of the own account; null for others')),
  moderated_by: Nullable(CommentAuthor),
  moderated_at: Nullable(Time('When a moderator changed its status')),
  created_at: Time('When it was written'),
})

export const ModerationFilters = {
  status: KbCommentStatus,
  article_id: Id('Only those on this article'),
  author_id: Id('Only those of this author'),
  search: Text(100, { description: 'Part of the text' }),
}

export const moderationStats = {
  stats: Shape('CommentStats', {
    total: Count('All comments of the account'),
    pending: Count('Comments that wait for a moderator'),
    approved: Count('Comments that readers see'),
    rejected: Count('Comments that were rejected'),
    spam: Count('Comments that are spam'),
  }),
}

/** The comments on the articles of the account, with how many there are of each status. */
export async function listModeratedComments(
  ctx: Ctx,
  page: PageRequest,
  { status, article_id, author_id, search }: QueryValues<typeof ModerationFilters>,
) {
  let query = selectModerated(ctx)
  if (status) query = query.where('kb_comments.status', '=', status)
  if (article_id) query = query.where('kb_comments.article_id', '=', article_id)
  if (author_id) query = query.where('kb_comments.author_id', '=', author_id)
  if (search) query = query.where((eb) => contains(eb.ref('kb_comments.content'), search))
  const [listing, stats] = await Promise.all([
    paginate(ctx, query, page, 'kb_comments'),
    readStats(ctx),
  ])
  return { ...listing, summary: { stats } }
}

/** Gives a comment of the account another status. Nothing happens if it has it already. */
export async function moderateComment(ctx: Ctx, id: string, status: CommentStatus) {
  await ctx.transaction(async (tx) => {
    const comment = await lockComment(tx, id)
    if (comment.status === status) return
    await tx
      .own('kb_comments')
      .update({
        ...{ status, reason: null },
        moderated_by_id: callingUser(tx)?.userId ?? null,
        moderated_at: tx.now(),
      })
      .where('id', '=', id)
      .execute()
    const { article_id } = comment
    const { title } = await tx
      .own('kb_articles')
      .select()
      .select('title')
      .where('id', '=', article_id)
      .executeTakeFirstOrThrow()
    await tx.audit('kb_comment.moderated', id, { old: { status: comment.status }, new: { status } })
    await tx.emit('kb_comment.moderated', { id, article_id, title, status })
    await countComments(tx, article_id)
    await broadcastComments(tx)
  })
  const comment = await selectModerated(ctx).where('kb_comments.id', '=', id).executeTakeFirst()
  if (!comment) throw fail.notFound('comment')
  return comment
}

async function readStats(ctx: Ctx): Promise<Static<typeof moderationStats.stats>> {
  const rows = await ctx
    .own('kb_comments')
    .select()
    .select(['status', sql<number>`count(*)`.as('count')])
    .groupBy('status')
    .execute()
  const of = (status: CommentStatus) => rows.find((row) => row.status === status)?.count ?? 0
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    pending: of('pending'),
    approved: of('approved'),
    rejected: of('rejected'),
    spam: of('spam'),
  }
}

function selectModerated(ctx: Ctx) {
  return ctx
    .own('kb_comments')
    .select()
    .select([
      'kb_comments.id',
      'kb_comments.content',
      'kb_comments.reason',
      'kb_comments.moderated_at',
      'kb_comments.created_at',
      sql<CommentStatus>`kb_comments.status`.as('status'),
      sql<boolean>`kb_comments.parent_id is not null`.as('is_reply'),
      sql<Static<typeof ModeratedComment>['article']>`(
        select jsonb_build_object('id', a.id, 'title', a.title, 'slug', a.slug)
        from kb_articles a where a.id = kb_comments.article_id)`.as('article'),
      authorOfComment.as('author'),
      sql<string | null>`(select u.email from users u where u.id = kb_comments.author_id
        and u.account_id = kb_comments.account_id)`.as('author_email'),
      sql<Static<typeof CommentAuthor> | null>`(
        select jsonb_build_object('id', u.id, 'name', u.name)
        from users u where u.id = kb_comments.moderated_by_id)`.as('moderated_by'),
    ])
}
