import type { Activity } from '~/activity'

/** What the domain writes to the audit log. */
export const activity: Activity = {
  types: {},
  sentences: {
    'notification_preference.updated': 'changed their notification preferences',
  },
}
