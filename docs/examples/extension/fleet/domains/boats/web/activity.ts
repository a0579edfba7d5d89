import type { Activity } from '~/activity'

/** What the domain writes to the audit log. */
export const activity: Activity = {
  types: {
    boat: { noun: 'boat', page: '/boats/$id' },
  },
  sentences: {
    'boat.created': 'added {the object}',
    'boat.updated': 'changed {the object}',
    'boat.painted': 'painted {the object}',
    'boat.deleted': 'deleted {the object}',
  },
}
