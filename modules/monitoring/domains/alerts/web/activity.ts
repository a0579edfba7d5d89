import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    alert: { noun: 'alert' },
    alert_rule: { noun: 'alert rule' },
  },
  sentences: {
    'alert.triggered': {
      one: 'triggered {the object}',
      many: 'triggered {the object} {count} times',
    },
    'alert.acknowledged': 'acknowledged {the object}',
    'alert.resolved': 'resolved {the object}',
    'alert_rule.created': 'added {the object}',
    'alert_rule.updated': 'changed {the object}',
    'alert_rule.deleted': 'deleted {the object}',
  },
})
