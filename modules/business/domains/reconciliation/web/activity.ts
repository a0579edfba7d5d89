import { defineActivity } from '~/activity'

/** What comparisons with the payment gateways write to the audit log. */
export default defineActivity({
  types: {
    reconciliation_report: { noun: 'comparison of payments', page: '/admin/reconciliation/$id' },
    reconciliation_flag: { noun: 'difference of payments' },
    reconciliation_investigation: { noun: 'investigation of payments' },
  },
  sentences: {
    'reconciliation_report.requested': 'started {the object}',
    'reconciliation_report.completed': 'completed {the object}',
    'reconciliation_flag.resolved': 'resolved {the object}',
    'reconciliation_flag.dismissed': 'dismissed {the object}',
    'reconciliation_investigation.opened': 'opened {object}',
  },
})
