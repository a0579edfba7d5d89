import { join } from 'node:path'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Platform } from '@powernode/server/platform/kernel/platform.ts'
import { type Driver, unavailable } from './driver.ts'
import { openLocalDriver } from './local.ts'
import type { StorageConfigurationInput } from './places.ts'
import { isObjectStorage } from './providers.ts'
import { openS3Driver } from './s3.ts'

/** What says where the objects of a storage are. */
export interface StoragePlace {
  id: string
  account_id: string
  provider_type: string
  configuration: StorageConfigurationInput
  sealed_secret: Buffer | null
}

/** The columns of a storage that say it. */
export const placeColumns = [
  'storage.id',
  'storage.account_id',
  'storage.provider_type',
  'storage.configuration',
  'storage.sealed_secret',
] as const

/** What opening a driver needs of a platform. */
export type DriverSource = Pick<Platform, 'config' | 'environment' | 'vault'>

/** The folder of all local storages. */
export function storageRoot({
  config,
  environment,
}: Pick<Platform, 'config' | 'environment'>): string {
  return environment.STORAGE_ROOT ?? join(config.POWERNODE_DATA_DIR, 'files')
}

/** The driver of a storage. Throws a Failure if it is in the bucket of the operator, and there is none any more. */
export function openDriver(source: DriverSource, storage: StoragePlace): Driver {
  const { id, account_id, provider_type, configuration, sealed_secret } = storage
  const { environment, vault } = source
  // Each has a folder of its own: no other storage can have the same keys.
  const { root_path = '' } = configuration
  const folder = join(account_id, root_path, id)
  if (!isObjectStorage(provider_type)) {
    const root = storageRoot(source)
    return openLocalDriver(root, join(root, folder))
  }
  const { bucket, region, endpoint, access_key_id } = configuration
  if (bucket === undefined) {
    const driver = openOperatorsBucket(source, folder)
    if (driver) return driver
    throw unavailable('The object storage of this server is not configured: see S3_BUCKET')
  }
  return openS3Driver({
    endpoint,
    region: region ?? '',
    bucket,
    prefix: `${join(root_path, account_id, id)}/`,
    access_key_id: access_key_id ?? '',
    secret_access_key: sealed_secret ? vault.open(sealed_secret).toString() : '',
    allowPrivate: environment.STORAGE_ALLOW_PRIVATE_ENDPOINTS,
  })
}

/** A folder in the bucket of the operator, if there is one. */
export function openOperatorsBucket(
  { environment }: Pick<Platform, 'environment'>,
  folder: string,
): Driver | undefined {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PREFIX = '' } = environment
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined
  return openS3Driver({
    endpoint: environment.S3_ENDPOINT,
    region: environment.S3_REGION,
    bucket: S3_BUCKET,
    prefix: `${join(S3_PREFIX, folder)}/`,
    access_key_id: S3_ACCESS_KEY_ID,
    secret_access_key: S3_SECRET_ACCESS_KEY,
    allowPrivate: true,
  })
}

/** The driver of a storage of any account. */
export async function driverAt(ctx: PlatformCtx, storageId: string): Promise<Driver> {
  return openDriver(ctx.platform, await readPlace(ctx, storageId))
}

/** Where the objects of a storage of any account are. */
export function readPlace(ctx: PlatformCtx, storageId: string): Promise<StoragePlace> {
  return ctx
    .acrossAccounts({ because: 'an object names its storage' })
    .selectFrom('storage')
    .select(placeColumns)
    .where('id', '=', storageId)
    .$narrowType<Pick<StoragePlace, 'configuration'>>()
    .executeTakeFirstOrThrow()
}
