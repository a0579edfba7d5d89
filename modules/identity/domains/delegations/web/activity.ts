import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    delegation: { noun: 'person' },
  },
  sentences: {
    'delegation.created': 'gave {object} access to the account',
    'delegation.updated': 'changed the delegated access of {object}',
    'delegation.activated': 'turned on the delegated access of {object}',
    'delegation.deactivated': 'turned off the delegated access of {object}',
    'delegation.revoked': 'revoked the delegated access of {object}',
  },
})
