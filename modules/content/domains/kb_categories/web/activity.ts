import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    kb_category: { noun: 'category' },
  },
  sentences: {
    'kb_category.created': 'created {the object}',
    'kb_category.updated': 'changed {the object}',
    'kb_category.reordered': 'ordered categories of the knowledge base',
    'kb_category.deleted': 'deleted {the object}',
  },
})
