import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  AccountStorage,
  AccountStorageFilters,
  AccountStorageLimit,
  limitAccountStorage,
  listAccountStorage,
  readStorageUsage,
  StorageUsage,
} from './account_storage.ts'
import {
  createStorage,
  deleteStorage,
  NewStorage,
  StorageChanges,
  setDefaultStorage,
  updateStorage,
} from './changes.ts'
import { CheckedStorages, checkStorages } from './checking.ts'
import { CollectedBlobs, collectBlobs } from './collecting.ts'
import { listProviders, Provider } from './providers.ts'
import { NextReconciliation, ReconciledStorage, reconcileNext } from './reconciling.ts'
import { listStorages, readStorage, Storage, StorageFilters } from './storage.ts'
import { StorageTest, testStorage } from './testing.ts'

export const storage = resource('/storage', 'Where the files of the account are kept', (r) => {
  r.list(
    '/',
    {
      can: 'storage.read',
      of: Storage,
      query: StorageFilters,
      sorts: ['-created_at', 'name'],
      summary: 'List storages',
    },
    ({ ctx, page, query }) => listStorages(ctx, page, query),
  )
  r.list(
    '/supported',
    {
      can: 'storage.read',
      of: Provider,
      sorts: ['provider_type'],
      summary: 'List the kinds of storages, and which this server supports',
    },
    ({ page }) => listProviders(page),
  )
  r.get(
    '/stats',
    { can: 'storage.read', of: StorageUsage, summary: 'Get the space that the account uses' },
    ({ ctx }) => readStorageUsage(ctx),
  )
  r.post(
    '/',
    {
      can: 'storage.create',
      notImpersonating: true,
      body: NewStorage,
      of: Storage,
      summary: 'Add a storage',
      says: 'Storage added',
    },
    ({ ctx, body }) => createStorage(ctx, body),
  )
  r.get('/:id', { can: 'storage.read', of: Storage, summary: 'Get a storage' }, ({ ctx, id }) =>
    readStorage(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'storage.update',
      notImpersonating: true,
      body: StorageChanges,
      of: Storage,
      summary: 'Change a storage',
      says: 'Storage saved',
    },
    ({ ctx, id, body }) => updateStorage(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'storage.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a storage without files',
      says: 'Storage deleted',
      fails: ['in_use'],
    },
    ({ ctx, id }) => deleteStorage(ctx, id),
  )
  r.post(
    '/:id/test',
    {
      can: 'storage.update',
      whileImpersonating: 'leaves nothing behind',
      of: StorageTest,
      status: 200,
      summary: 'Write, read and remove a test object; 422 says what failed',
    },
    ({ ctx, id }) => testStorage(ctx, id),
  )
  r.post(
    '/:id/set_default',
    {
      can: 'storage.update',
      notImpersonating: true,
      of: Storage,
      status: 200,
      summary: 'Keep new files in this storage',
      says: 'This is the default storage now',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => setDefaultStorage(ctx, id),
  )
})

export const accountStorage = resource(
  '/admin/storage',
  'The space that the files of all accounts use',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.storage.read',
        of: AccountStorage,
        query: AccountStorageFilters,
        sorts: ['-used_bytes'],
        summary: 'List the accounts with files',
      },
      ({ ctx, page, query }) => listAccountStorage(ctx, page, query),
    )
    r.update(
      '/:account_id',
      {
        can: 'admin.storage.update',
        notImpersonating: true,
        body: AccountStorageLimit,
        of: AccountStorage,
        name: 'limit',
        summary: 'Limit the space for the files of an account',
        says: 'Limit saved',
      },
      ({ ctx, account_id, body }) => limitAccountStorage(ctx, account_id, body),
    )
  },
)

/** For the handlers of the jobs. */
export const storageMaintenance = resource(
  '/internal/storage',
  'Removal and checks of stored bytes',
  (r) => {
    r.post(
      '/collect',
      {
        can: 'system.storage.collect',
        of: CollectedBlobs,
        status: 200,
        summary: 'Remove the bytes of deleted files and interrupted uploads',
      },
      ({ ctx }) => collectBlobs(ctx),
    )
    r.post(
      '/check',
      {
        can: 'system.storage.check',
        of: CheckedStorages,
        status: 200,
        summary: 'Check the storages that were not checked for five minutes',
      },
      ({ ctx }) => checkStorages(ctx),
    )
    r.post(
      '/reconcile',
      {
        can: 'system.storage.check',
        body: NextReconciliation,
        of: ReconciledStorage,
        status: 200,
        summary: 'Compare the next storage with the database',
      },
      ({ ctx, body }) => reconcileNext(ctx, body),
    )
  },
)
