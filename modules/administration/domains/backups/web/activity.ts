import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    backup: { noun: 'backup' },
  },
  sentences: {
    'backup.started': ({ metadata }) =>
      metadata.scheduled === true ? 'started a scheduled backup' : 'started a backup',
    'backup.completed': 'completed a backup',
    'backup.failed': 'could not complete a backup',
  },
})
