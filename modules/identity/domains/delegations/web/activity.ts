import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    delegation: { noun: 'person' },
  },
  sentences: {
    'delegation.created': 'gave {object} access to the account',
    'delegation.updated': 'changed the delegated access of {object}',
    'delegation.activated': 'activated the delegated access of {object}',
    'delegation.deactivated': 'deactivated the delegated access of {object}',
    'delegation.revoked': 'revoked the delegated access of {object}',
  },
})
