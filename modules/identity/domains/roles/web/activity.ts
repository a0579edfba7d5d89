import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    role: { noun: 'role', page: '/roles/$id' },
  },
  sentences: {
    'role.created': 'created {the object}',
    'role.updated': 'changed {the object}',
    'role.deleted': 'deleted {the object}',
  },
})
