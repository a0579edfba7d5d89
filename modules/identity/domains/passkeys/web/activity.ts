import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    passkey: { noun: 'passkey' },
  },
  sentences: {
    'passkey.created': 'added {the object}',
    'passkey.updated': 'renamed a passkey to {object}',
    'passkey.deleted': 'removed {the object}',
    'passkey.used': 'used {the object}',
  },
})
