import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    audit_log: { noun: 'export' },
  },
  sentences: {
    'audit_log.exported': 'exported the audit log',
    'audit_log.cleaned_up': ({ metadata: { deleted_count } }, { number }) =>
      deleted_count === 1
        ? 'deleted an old audit entry'
        : `deleted ${number(deleted_count)} old audit entries`,
  },
})
