import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, list, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const storage = { id: id('The storage'), name: text('Its name', 'Local storage') }

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'storage.read': { description: 'See where files are kept, and how much space they use' },
    'storage.create': { description: 'Add storages for files' },
    'storage.update': { description: 'Change and test storages, and choose the default' },
    'storage.delete': { description: 'Delete storages without files' },
    'admin.storage.read': { description: 'See the space that the files of all accounts use' },
    'admin.storage.update': { description: 'Limit the space for the files of an account' },
    'system.storage.collect': { description: 'Remove stored bytes that no file has' },
    'system.storage.check': { description: 'Check storages, and compare them with the database' },
  },
  events: {
    'storage.created': event('A storage for files was added', storage),
    'storage.updated': event('A storage for files was changed', {
      ...storage,
      changes: list('Names of the fields that changed', 'quota_bytes'),
    }),
    'storage.deleted': event('A storage for files was deleted', storage),
    'storage.failed': event('A storage failed five checks and takes no new files', {
      ...storage,
      problem: text('What failed', 'The bucket does not exist'),
    }),
    'storage.recovered': event('A storage that failed passed a check and takes new files', storage),
    'storage.quota_warning': event('The files of an account use most of the space they may use', {
      ...storage,
      used_bytes: count('Bytes in use', 8_000_000_000),
      quota_bytes: count('Bytes that may be used', 10_000_000_000),
      percent: count('Percent in use: 80 or 100', 80),
    }),
  },
  jobs: {
    collect_blobs: {
      input: Type.Object({}),
      queue: 'files',
      retries: 0,
      timeoutSeconds: 300,
      schedule: '* * * * *',
    },
    check_storage: {
      input: Type.Object({}),
      queue: 'files',
      retries: 0,
      timeoutSeconds: 280,
      schedule: '*/5 * * * *',
    },
    reconcile_storage: {
      input: Type.Object({}),
      queue: 'files',
      retries: 2,
      timeoutSeconds: 6 * 3600,
      schedule: '17 3 * * 0',
    },
  },
  queues: {
    files: {},
  },
  errors: {
    in_use: { status: 422, says: 'It is still in use' },
    storage_quota_exceeded: { status: 422, says: 'There is not enough space for this file' },
  },
  audit: {
    'storage.created': {},
    'storage.updated': {},
    'storage.deleted': { risk: 'medium' },
    'storage.tested': { risk: 'low' },
    'storage.set_default': {},
    'storage.failed': { severity: 'high' },
    'storage.recovered': {},
    'account_storage.limited': { of: ['admin'] },
  },
  notifications: {
    storage_almost_full: {
      needs: 'storage.read',
      category: 'Content',
      label: 'The space for files is almost used up',
      description: 'Sent to owners at 80% and at 100% of the space',
      in_app: true,
      mail: true,
    },
    storage_failed: {
      needs: 'storage.read',
      category: 'Content',
      label: 'A storage for files cannot be used',
      description: 'Sent to owners when it failed five checks, and when it works again',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    storage: typeof contract
  }
}
