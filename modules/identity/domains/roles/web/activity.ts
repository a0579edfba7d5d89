import type { Activity } from '~/activity'

/** What the domain writes to the audit log. */
export const activity: Activity = {
  types: {
    role: { noun: 'role', page: '/roles/$id' },
  },
  sentences: {
    'role.created': 'created {the object}',
    'role.updated': 'changed {the object}',
    'role.deleted': 'deleted {the object}',
  },
}
