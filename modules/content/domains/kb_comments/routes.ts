import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  CommentFilters,
  KbComment,
  listArticleComments,
  listComments,
  readComment,
} from './comment.ts'
import { ModerationDigests, sendModerationDigests } from './digest.ts'
import {
  listModeratedComments,
  ModeratedComment,
  ModerationFilters,
  moderateComment,
  moderationStats,
} from './moderation.ts'
import {
  ModerationChanges,
  ModerationSettings,
  readModerationSettings,
  updateModerationSettings,
} from './moderation_settings.ts'
import {
  createComment,
  deleteComment,
  KbCommentChanges,
  NewArticleComment,
  NewKbComment,
  updateComment,
} from './writing.ts'

export const comments = resource('/kb/comments', 'Comments on articles', (r) => {
  r.list(
    '/',
    {
      can: 'anyone',
      of: KbComment,
      query: CommentFilters,
      sorts: ['-created_at'],
      summary: 'List the comments on public articles, or on one that you may read',
    },
    ({ ctx, page, query }) => listComments(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'signed_in',
      notImpersonating: true,
      body: NewKbComment,
      of: KbComment,
      summary: 'Comment on an article of any account',
      says: 'Comment created',
      fails: ['forbidden', 'not_found', 'invalid_transition'],
    },
    ({ ctx, body: { article_id, ...input } }) => createComment(ctx, article_id, input),
  )
  r.get(
    '/:id',
    {
      can: 'anyone',
      of: KbComment,
      summary: 'Get a comment: an approved one, your own, or one that you moderate',
    },
    ({ ctx, id }) => readComment(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'signed_in',
      notImpersonating: true,
      body: KbCommentChanges,
      of: KbComment,
      summary: 'Change your own comment; it is judged anew',
      says: 'Comment saved',
      fails: ['forbidden', 'invalid_transition'],
    },
    ({ ctx, id, body }) => updateComment(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'signed_in',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete your own comment, or one that you moderate, with its replies',
      says: 'Comment deleted',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => deleteComment(ctx, id),
  )
})

export const articleComments = resource('/kb/articles', (r) => {
  r.list(
    '/:key/comments',
    {
      can: 'anyone',
      of: KbComment,
      sorts: ['-created_at'],
      summary: 'List the comments on an article',
    },
    ({ ctx, page, key }) => listArticleComments(ctx, page, key),
  )
  r.post(
    '/:key/comments',
    {
      can: 'signed_in',
      notImpersonating: true,
      body: NewArticleComment,
      of: KbComment,
      status: 201,
      location: '/kb/comments',
      name: 'createComment',
      summary: 'Comment on an article',
      says: 'Comment created',
      fails: ['forbidden', 'invalid_transition'],
    },
    ({ ctx, key, body }) => createComment(ctx, key, body),
  )
})

const moderation = { can: 'kb_comments.moderate', notImpersonating: true } as const
const statusChange = { ...moderation, of: ModeratedComment, status: 200 } as const

export const moderatedComments = resource('/kb/comments', (r) => {
  r.list(
    '/moderate',
    {
      can: 'kb_comments.moderate',
      of: ModeratedComment,
      query: ModerationFilters,
      sorts: ['-created_at'],
      meta: moderationStats,
      name: 'listModerated',
      summary: 'List the comments on articles of the account, of every status',
    },
    ({ ctx, page, query }) => listModeratedComments(ctx, page, query),
  )
  r.get(
    '/moderation_settings',
    {
      can: 'kb_comments.moderate',
      of: ModerationSettings,
      summary: 'Get how the account moderates comments',
    },
    ({ ctx }) => readModerationSettings(ctx),
  )
  r.update(
    '/moderation_settings',
    {
      ...moderation,
      body: ModerationChanges,
      of: ModerationSettings,
      name: 'updateModerationSettings',
      summary: 'Change how the account moderates comments',
      says: 'Settings saved',
    },
    ({ ctx, body }) => updateModerationSettings(ctx, body),
  )
  r.post(
    '/:id/approve',
    { ...statusChange, summary: 'Show a comment to readers', says: 'Comment approved' },
    ({ ctx, id }) => moderateComment(ctx, id, 'approved'),
  )
  r.post(
    '/:id/reject',
    { ...statusChange, summary: 'Reject a comment', says: 'Comment rejected' },
    ({ ctx, id }) => moderateComment(ctx, id, 'rejected'),
  )
  r.post(
    '/:id/spam',
    {
      ...statusChange,
      summary: 'Mark a comment as spam; three within 30 days end commenting for 30 days',
      says: 'Comment marked as spam',
    },
    ({ ctx, id }) => moderateComment(ctx, id, 'spam'),
  )
})

/** For the handler of `moderation_digest`. */
export const moderationDigest = resource('/internal/kb_comments', 'Digests of comments', (r) => {
  r.post(
    '/moderation_digest',
    {
      can: 'system.kb_comments.moderate',
      of: ModerationDigests,
      status: 200,
      summary: 'Notify moderators of the comments that wait',
    },
    ({ ctx }) => sendModerationDigests(ctx),
  )
})
