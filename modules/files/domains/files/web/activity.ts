import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    file: { noun: 'file' },
  },
  sentences: {
    'file.created': 'uploaded {the object}',
    'file.updated': 'changed {the object}',
    'file.deleted': 'moved {the object} to the trash',
    'file.restored': 'restored {the object} from the trash',
    'file.purged': 'permanently deleted {the object}',
    'file.quarantined': 'quarantined {the object}',
    'file.released': 'released {the object} from quarantine',
  },
})
