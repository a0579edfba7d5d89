import { defineActivity } from '~/activity'

/** What refunds write to the audit log. */
export default defineActivity({
  types: { refund: { noun: 'refund' } },
  sentences: {
    'refund.created': 'requested {the object}',
    'refund.succeeded': 'paid back {the object}',
    'refund.failed': 'could not pay back {the object}, which became credit',
  },
})
