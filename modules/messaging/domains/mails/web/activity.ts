import type { Activity } from '~/activity'

/** What the domain writes to the audit log. */
export const activity: Activity = {
  types: {
    mail: { noun: 'email' },
  },
  sentences: {
    'mail.sent_again': 'resent {the object}',
  },
}
