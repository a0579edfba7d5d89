import type { Activity } from '~/activity'

/** What the domain writes to the audit log. */
export const activity: Activity = {
  types: {
    plan: { noun: 'plan' },
  },
  sentences: {
    'plan.created': 'added {the object}',
    'plan.updated': 'changed {the object}',
    'plan.deleted': 'deleted {the object}',
  },
}
