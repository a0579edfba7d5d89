import { join } from 'node:path'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Platform } from '@powernode/server/platform/kernel/platform.ts'
import type { Driver } from './driver.ts'
import { openLocalDriver } from './local.ts'

/** What says where the objects of a storage are. */
export interface StoragePlace {
  id: string
  account_id: string
  configuration: { root_path?: string }
}

/** The folder of all local storages. */
export function storageRoot({
  config,
  environment,
}: Pick<Platform, 'config' | 'environment'>): string {
  return environment.STORAGE_ROOT ?? join(config.POWERNODE_DATA_DIR, 'files')
}

/** The folder of a local storage: its own, so that no other storage can have the same keys. */
export function storageFolder(
  root: string,
  { id, account_id, configuration }: StoragePlace,
): string {
  return join(root, account_id, configuration.root_path ?? '', id)
}

export function driverOf({ platform }: PlatformCtx, storage: StoragePlace): Driver {
  const root = storageRoot(platform)
  return openLocalDriver(root, storageFolder(root, storage))
}

/** The storage of an object, with its driver. */
export async function driverAt(ctx: PlatformCtx, storageId: string): Promise<Driver> {
  const storage = await ctx
    .acrossAccounts({ because: 'an object names its storage' })
    .selectFrom('storage')
    .select(['id', 'account_id', 'configuration'])
    .where('id', '=', storageId)
    .$narrowType<Pick<StoragePlace, 'configuration'>>()
    .executeTakeFirstOrThrow()
  return driverOf(ctx, storage)
}
