import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {},
  sentences: {
    'notification_preference.updated': 'changed their notification preferences',
  },
})
