import { declare } from '@powernode/contract/declare.ts'
import { event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const EDITORS = ['content_manager', 'manager']

const comment = {
  id: id('The comment'),
  article_id: id('The article'),
  title: text('Title of the article', 'First steps'),
  status: text('`pending`, `approved`, `rejected` or `spam`', 'pending'),
}

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'kb_comments.moderate': {
      description: 'Approve, reject and delete comments on articles of the knowledge base',
      roles: EDITORS,
    },
    'system.kb_comments.moderate': { description: 'Notify moderators of waiting comments' },
  },
  events: {
    'kb_comment.created': event('Somebody commented on an article', comment),
    'kb_comment.moderated': event('A moderator changed the status of a comment', comment),
  },
  jobs: {
    moderation_digest: {
      input: Type.Object({}),
      queue: 'content',
      retries: 3,
      timeoutSeconds: 300,
      schedule: '0 7 * * *',
    },
  },
  audit: {
    'kb_comment.created': {},
    'kb_comment.updated': {},
    'kb_comment.moderated': {},
    'kb_comment.deleted': {},
    'kb_moderation.updated': {},
  },
  notifications: {
    kb_comments_waiting: {
      needs: 'kb_comments.moderate',
      category: 'Content',
      label: 'Comments wait for a moderator',
      description: 'Sent once a day, with the articles they are on',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    kb_comments: typeof contract
  }
}
