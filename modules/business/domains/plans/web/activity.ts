import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    plan: { noun: 'plan' },
  },
  sentences: {
    'plan.created': 'added {the object}',
    'plan.updated': 'changed {the object}',
    'plan.deleted': 'deleted {the object}',
  },
})
