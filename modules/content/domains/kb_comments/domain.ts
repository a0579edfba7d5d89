import { defineDomain } from '@powernode/server/platform/module.ts'
import { ModerationChannel } from './channel.ts'
import { contract } from './contract.ts'
import { articleComments, comments, moderatedComments, moderationDigest } from './routes.ts'

export default defineDomain({
  name: 'kb_comments',
  tables: ['kb_comments', 'kb_moderation'],
  contract,
  routes: [moderatedComments, comments, articleComments, moderationDigest],
  channels: { ModerationChannel },
  names: {
    kb_comment: {
      rows: (ctx) =>
        ctx
          .own('kb_comments')
          .select()
          .innerJoin('kb_articles', 'kb_articles.id', 'kb_comments.article_id')
          .select(['kb_comments.id', 'kb_articles.title as name']),
    },
  },
  examples: {
    comments: async ({ owner, id }) =>
      owner.post('/kb/comments', {
        article_id: await id('articles'),
        content: 'Thanks, `npm start` helped.',
      }),
  },
})
