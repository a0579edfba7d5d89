import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    storage: { noun: 'storage' },
  },
  sentences: {
    'storage.created': 'added {the object}',
    'storage.updated': 'changed {the object}',
    'storage.deleted': 'deleted {the object}',
    'storage.tested': { one: 'tested {the object}', many: 'tested {the object} {count} times' },
    'storage.failed': 'found that {the object} cannot be used',
    'storage.recovered': 'found that {the object} works again',
    'storage.set_default': 'made {the object} the default for new files',
    'account_storage.limited': 'changed the limit of the account’s files',
  },
})
