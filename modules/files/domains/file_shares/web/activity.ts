import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    file_share: { noun: 'link to a file' },
  },
  sentences: {
    'file_share.created': 'created {the object}',
    'file_share.revoked': 'revoked {the object}',
  },
})
