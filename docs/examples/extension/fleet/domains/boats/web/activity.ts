import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    boat: { noun: 'boat', page: '/boats/$id' },
  },
  sentences: {
    'boat.created': 'added {the object}',
    'boat.updated': 'changed {the object}',
    'boat.painted': 'painted {the object}',
    'boat.deleted': 'deleted {the object}',
  },
})
