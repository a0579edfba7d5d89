import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    mail: { noun: 'email' },
  },
  sentences: {
    'mail.sent_again': 'resent {the object}',
  },
})
