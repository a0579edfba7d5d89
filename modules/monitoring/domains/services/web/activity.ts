import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    service: { noun: 'service', page: '/admin/services/$id' },
  },
  sentences: {
    'service.created': 'added {the object}',
    'service.updated': 'changed {the object}',
    'service.deleted': 'deleted {the object}',
  },
})
