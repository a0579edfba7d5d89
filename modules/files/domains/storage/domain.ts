import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { storedFiles } from './backing_up.ts'
import { contract } from './contract.ts'
import { storageEnvironment } from './environment.ts'
import { health } from './health.ts'
import { recountSpace } from './recounting.ts'
import { accountStorage, storage, storageMaintenance } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'storage',
  tables: ['storage', 'account_storage', 'blobs', 'unknown_objects'],
  contract,
  routes: [storage, accountStorage, storageMaintenance],
  environment: storageEnvironment,
  settings,
  health,
  keeps: hasObjects,
  storedFiles,
  sweep: {
    storage: { counts: 'Accounts whose counted space was wrong', run: recountSpace },
  },
  names: {
    storage: {
      rows: (ctx) => ctx.own('storage').select().select(['id', 'name']),
      recorded: 'name',
    },
  },
  examples: {
    storage: ({ owner }) =>
      owner.post('/storage', { name: `Archive ${owner.accountId}`, provider_type: 'local' }),
  },
})

/** An account with files is not deleted for being unused: their bytes would stay. */
async function hasObjects(ctx: Ctx): Promise<boolean> {
  const blob = await ctx.own('blobs').select().select('id').limit(1).executeTakeFirst()
  return blob !== undefined
}
