import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    impersonation: { noun: 'user' },
  },
  sentences: {
    'impersonation.started': 'started to impersonate {object}',
    'impersonation.ended': 'stopped impersonating {object}',
  },
})
