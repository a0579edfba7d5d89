import { defineActivity } from '~/activity'

/** What disputes write to the audit log. */
export default defineActivity({
  types: { dispute: { noun: 'dispute' } },
  sentences: {
    'dispute.opened': 'opened {the object}',
    'dispute.closed': 'closed {the object}',
  },
})
