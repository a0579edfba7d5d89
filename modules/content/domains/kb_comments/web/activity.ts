import { defineActivity, textIn } from '~/activity'

const verbs: Record<string, string> = {
  approved: 'approved a comment on {object}',
  rejected: 'rejected a comment on {object}',
  spam: 'marked a comment on {object} as spam',
}

/** What the domain writes to the audit log. A comment is named by its article. */
export default defineActivity({
  types: {
    kb_comment: { noun: 'article' },
    kb_moderation: { noun: 'account' },
  },
  sentences: {
    'kb_comment.created': 'commented on {object}',
    'kb_comment.updated': 'changed a comment on {object}',
    'kb_comment.moderated': ({ new_values }) =>
      verbs[textIn(new_values, 'status') ?? ''] ?? 'moderated a comment on {object}',
    'kb_comment.deleted': 'deleted a comment',
    'kb_moderation.updated': 'changed how comments are moderated',
  },
})
