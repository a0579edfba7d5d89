import type { Activity } from '~/activity'

/** What the domain writes to the audit log. */
export const activity: Activity = {
  types: {
    impersonation: { noun: 'user' },
  },
  sentences: {
    'impersonation.started': 'started to impersonate {object}',
    'impersonation.ended': 'stopped impersonating {object}',
  },
}
