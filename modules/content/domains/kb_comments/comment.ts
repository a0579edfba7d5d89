import {
  findReadableArticle,
  isPublicArticle,
} from '@powernode/modules/content/domains/kb_articles/reading.ts'
import { callingUser, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { isModeratorOf } from './moderators.ts'

const SHOWN_REPLIES = 5

export const KbCommentStatus = Choice(
  ['pending', 'approved', 'rejected', 'spam'],
  'Approved: readers see it. Pending: it waits for a moderator',
)

export const CommentContent = Text(2000, {
  description: 'Text with links and code in Markdown',
  examples: ['Thanks, `npm start` helped.'],
})

export const CommentAuthor = Shape('CommentAuthor', {
  id: Id(),
  name: Text(100, { description: 'Full name', examples: ['Ada Lovelace'] }),
})

const fields = {
  id: Id(),
  article_id: Id('The article that it is on'),
  parent_id: Nullable(Id('The comment that it replies to; null for one on the article itself')),
  content: CommentContent,
  rendered_content: Type.String({
    description: 'Safe HTML of the content',
    examples: ['<p>Thanks, <code>npm start</code> helped.</p>'],
  }),
  status: KbCommentStatus,
  author: Nullable(CommentAuthor),
  created_at: Time('When it was written'),
  updated_at: Time('When it was last changed'),
}

export const KbReply = Shape('KbReply', fields)

export const KbComment = Shape('KbComment', {
  ...fields,
  replies_count: Count('Approved replies'),
  replies: ListOf(KbReply, {
    maxItems: SHOWN_REPLIES,
    description: 'The first five approved replies, the oldest first',
  }),
})

export const CommentFilters = {
  article_id: Id('Only those on this article'),
  parent_id: Id('The replies to this comment, instead of the comments on articles themselves'),
}

/** Approved comments on articles that the caller may read, and the caller's own that are pending. */
export async function listComments(
  ctx: PlatformCtx,
  page: PageRequest,
  { article_id, parent_id }: QueryValues<typeof CommentFilters>,
) {
  let query = selectShown(ctx)
  if (article_id) {
    const { id } = await requireArticle(ctx, article_id)
    query = query.where('kb_comments.article_id', '=', id)
  } else {
    query = query.where(sql<boolean>`exists (select from kb_articles a
      where a.id = kb_comments.article_id and ${isPublicArticle('a')})`)
  }
  const listed = parent_id
    ? query
        .where('kb_comments.parent_id', '=', parent_id)
        .where(sql<boolean>`exists (select from kb_comments p
          where p.id = kb_comments.parent_id and p.status = 'approved')`)
    : query.where('kb_comments.parent_id', 'is', null)
  const { rows, ...listing } = await paginate(ctx, listed, page, 'kb_comments')
  return { ...listing, rows: await withReplies(ctx, rows) }
}

/** The comments on one article, by its id or slug. */
export async function listArticleComments(ctx: PlatformCtx, page: PageRequest, key: string) {
  const { id } = await requireArticle(ctx, key)
  return listComments(ctx, page, { article_id: id })
}

/** A comment that the caller sees: an approved one, their own, or one that they may moderate. */
export async function readComment(ctx: PlatformCtx, id: string): Promise<Static<typeof KbComment>> {
  const found = await selectComments(ctx)
    .leftJoin('kb_comments as parents', 'parents.id', 'kb_comments.parent_id')
    .select(['kb_comments.account_id', 'kb_comments.author_id', 'parents.status as parent_status'])
    .where('kb_comments.id', '=', id)
    .executeTakeFirst()
  if (!found) throw fail.notFound('comment')
  const { account_id, author_id, parent_status, ...comment } = found
  const isShown = comment.status === 'approved' && (parent_status ?? 'approved') === 'approved'
  const isTheirs = author_id !== null && author_id === callingUser(ctx)?.userId
  if (!isTheirs && !isModeratorOf(ctx, account_id)) {
    const mayRead = isShown && (await findReadableArticle(ctx, comment.article_id))
    if (!mayRead) throw fail.notFound('comment')
  }
  const [complete] = await withReplies(ctx, [comment])
  if (!complete) throw fail.notFound('comment')
  return complete
}

/** An article that the caller may read, by its id or slug; 404 if there is none. */
export async function requireArticle(ctx: PlatformCtx, key: string) {
  const article = await findReadableArticle(ctx, key)
  if (!article) throw fail.notFound('article')
  return article
}

type Row = Static<typeof KbReply> & { replies_count: number }

async function withReplies(ctx: PlatformCtx, rows: Row[]): Promise<Static<typeof KbComment>[]> {
  const answered = rows.filter((row) => row.replies_count > 0).map(({ id }) => id)
  const replies = answered.length > 0 ? await readReplies(ctx, answered) : []
  const byParent = Map.groupBy(replies, ({ parent_id }) => parent_id)
  return rows.map((row) => ({ ...row, replies: byParent.get(row.id) ?? [] }))
}

/** The first approved replies to each of these comments. */
function readReplies(ctx: PlatformCtx, parentIds: string[]) {
  return selectComments(ctx)
    .where('kb_comments.status', '=', 'approved')
    .where(
      sql<boolean>`kb_comments.id in (
        select reply.id from unnest(${parentIds}::uuid[]) parent(id), lateral (
          select r.id from kb_comments r where r.parent_id = parent.id and r.status = 'approved'
          order by r.created_at, r.id limit ${sql.lit(SHOWN_REPLIES)}) reply)`,
    )
    .orderBy('kb_comments.created_at')
    .orderBy('kb_comments.id')
    .execute()
}

function selectShown(ctx: PlatformCtx) {
  const me = callingUser(ctx)?.userId
  return selectComments(ctx).where((eb) =>
    eb.or([
      eb('kb_comments.status', '=', 'approved'),
      ...(me
        ? [eb.and([eb('kb_comments.author_id', '=', me), eb('kb_comments.status', '=', 'pending')])]
        : []),
    ]),
  )
}

function selectComments(ctx: PlatformCtx) {
  return ctx
    .acrossAccounts({ because: 'articles of all accounts have comments' })
    .selectFrom('kb_comments')
    .select([
      'kb_comments.id',
      'kb_comments.article_id',
      'kb_comments.parent_id',
      'kb_comments.content',
      'kb_comments.rendered_content',
      sql<Static<typeof KbCommentStatus>>`kb_comments.status`.as('status'),
      'kb_comments.created_at',
      'kb_comments.updated_at',
      authorOfComment.as('author'),
      sql<number>`(select count(*) from kb_comments r
        where r.parent_id = kb_comments.id and r.status = 'approved')`.as('replies_count'),
    ])
}

/** Who wrote a comment, as a subquery. Readers never see an address. */
export const authorOfComment = sql<Static<typeof CommentAuthor> | null>`(
  select jsonb_build_object('id', u.id, 'name', u.name) from users u where u.id = kb_comments.author_id)`
