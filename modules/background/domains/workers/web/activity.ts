import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    worker: { noun: 'worker', page: '/admin/workers/$id' },
  },
  sentences: {
    'worker.created': 'registered {the object}',
    'worker.updated': 'changed {the object}',
    'worker.configured': 'changed the configuration of {the object}',
    'worker.token_rotated': 'rotated the token of {the object}',
    'worker.tested': { one: 'tested {the object}', many: 'tested {the object} {count} times' },
    'worker.suspended': 'suspended {the object}',
    'worker.activated': 'activated {the object}',
    'worker.deleted': 'removed {the object}',
  },
})
