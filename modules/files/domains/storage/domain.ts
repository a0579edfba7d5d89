import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { storageEnvironment } from './environment.ts'
import { health } from './health.ts'
import { accountStorage, collection, storage } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'storage',
  tables: ['storage', 'account_storage', 'blobs'],
  contract,
  routes: [storage, accountStorage, collection],
  environment: storageEnvironment,
  settings,
  health,
  keeps: hasObjects,
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
