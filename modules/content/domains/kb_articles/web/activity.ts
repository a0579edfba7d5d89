import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    kb_article: { noun: 'article', page: '/kb_articles/$id' },
  },
  sentences: {
    'kb_article.created': 'wrote {the object}',
    'kb_article.updated': {
      one: 'changed {the object}',
      many: 'changed {the object} {count} times',
    },
    'kb_article.restored': 'restored an earlier version of {the object}',
    'kb_article.published': 'published {the object}',
    'kb_article.unpublished': 'unpublished {the object}',
    'kb_article.scheduled': 'scheduled {the object}',
    'kb_article.unscheduled': 'ended the schedule of {the object}',
    'kb_article.publish_failed': 'could not publish {the object} as scheduled',
    'kb_article.preview_created': 'shared a preview of {the object}',
    'kb_article.deleted': 'deleted {the object}',
    'kb_article.taken_down': 'took down {the object}',
    'kb_article.reinstated': 'allowed {the object} to be published again',
  },
})
