import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    kb_transfer: { noun: 'import or export of articles' },
  },
  sentences: {
    'kb_transfer.created': 'started {the object}',
    'kb_transfer.completed': 'completed {the object}',
    'kb_transfer.failed': 'could not complete {the object}',
  },
})
