import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  Pattern,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { ensureDefaultStorage } from './default_storage.ts'
import { unavailable } from './driver.ts'
import { StorageConfiguration, type StorageConfigurationInput } from './places.ts'
import { AvailableProvider } from './providers.ts'

const MAX_BYTES = 2 ** 50
/** No file is larger, whatever the storage allows. */
export const MAX_FILE_BYTES = 5 * 1024 ** 3

export const StorageName = Title(255, { description: 'Its name', examples: ['Archive'] })

const onlyActive = 'Only an active storage takes new files; files of all can be read'

/** What a person can choose. */
export const ChosenStatus = Choice(['active', 'inactive', 'maintenance'], onlyActive)

export const StorageStatus = Choice(
  ['active', 'inactive', 'maintenance', 'failed'],
  `${onlyActive}. One that failed five checks is \`failed\` until it passes one`,
)

export const Bytes = (description: string, example: number) =>
  Type.Integer({ minimum: 1, maximum: MAX_BYTES, description, examples: [example] })

/** What an account can choose for a storage. */
export const storageRules = {
  quota_bytes: Nullable(Bytes('Space that its files may use; null for no limit of its own', 1e10)),
  max_file_bytes: Type.Integer({
    minimum: 1,
    maximum: MAX_FILE_BYTES,
    description: 'Largest file that it takes; 100 MB by default',
    examples: [100_000_000],
  }),
  allowed_file_types: ListOf(
    Pattern(
      '^[a-z0-9.+-]+/([a-z0-9.+-]+|\\*)$',
      'must be a media type such as image/png or image/*',
    ),
    {
      maxItems: 100,
      description: 'If any, only files of these types are taken',
      examples: [['image/*']],
    },
  ),
  blocked_extensions: ListOf(Pattern('^\\.[a-z0-9]{1,20}$', 'must be an extension such as .iso'), {
    maxItems: 100,
    description: 'Files with these extensions are refused, besides those of programs',
    examples: [['.iso']],
  }),
  blocked_mime_types: ListOf(
    Pattern('^[a-z0-9.+-]+/[a-z0-9.+-]+$', 'must be a media type such as video/mp4'),
    { maxItems: 100, description: 'Files of these types are refused', examples: [['video/mp4']] },
  ),
}

export const Storage = Shape('Storage', {
  id: Id(),
  name: StorageName,
  provider_type: AvailableProvider,
  status: StorageStatus,
  is_default: Flag('New files are kept here unless another storage is chosen'),
  is_own: Flag('It is at a provider of the account, so that it uses no space of the operator'),
  configuration: StorageConfiguration,
  ...storageRules,
  used_bytes: Count('Space in use, including the trash', [4_200_000]),
  reserved_bytes: Count('Space reserved for uploads that are running', [0]),
  files_count: Count('Stored files, including the trash'),
  health_status: Nullable(Choice(['healthy', 'failed'], 'Result of the last test or check')),
  problem: Nullable(Text(300, { description: 'Why that failed' })),
  last_tested_at: Nullable(Time('When somebody tested it last')),
  last_checked_at: Nullable(Time('When the server checked it last')),
  created_at: Time('When it was added'),
  updated_at: Time('When it was last changed'),
})

export const StorageFilters = {
  status: StorageStatus,
  search: Text(100, { description: 'Part of the name' }),
}

/** The storages of the account. The first one is added when somebody first looks. */
export async function listStorages(
  ctx: Ctx,
  page: PageRequest,
  { status, search }: QueryValues<typeof StorageFilters>,
) {
  await ensureDefaultStorage(ctx)
  let query = selectStorages(ctx)
  if (status) query = query.where('status', '=', status)
  if (search) query = query.where((eb) => contains(eb.ref('name'), search))
  return paginate(ctx, query, page, 'storage')
}

export async function readStorage(ctx: Ctx, id: string) {
  const storage = await selectStorages(ctx).where('id', '=', id).executeTakeFirst()
  if (!storage) throw fail.notFound('storage')
  return storage
}

/** Locks a storage of the account; 404 if there is none. */
export async function lockStorage(tx: Tx, id: string) {
  const storage = await tx
    .own('storage')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!storage) throw fail.notFound('storage')
  return storage
}

export type LockedStorage = Awaited<ReturnType<typeof lockStorage>>

/** The storage for a new file: this one, or the default. Throws 422 on `storage_id` if it takes no files, 503 if it failed. */
export async function storageForUpload(ctx: Ctx, id: string | undefined) {
  id ??= await ensureDefaultStorage(ctx)
  const storage = await selectStorages(ctx).where('id', '=', id).executeTakeFirst()
  if (!storage) throw fail.invalid({ storage_id: ['is not a storage of this account'] })
  requireTakesFiles(storage)
  return storage
}

/** Throws unless a storage takes new files. */
export function requireTakesFiles({ status }: { status: Static<typeof StorageStatus> }): void {
  if (status === 'failed') throw unavailable('The storage failed its last checks')
  if (status !== 'active') {
    throw fail.invalid({ storage_id: ['is not active, so it takes no new files'] })
  }
}

function selectStorages(ctx: Ctx) {
  return ctx
    .own('storage')
    .select()
    .select([
      'id',
      'name',
      'provider_type',
      'status',
      'is_default',
      'is_own',
      'configuration',
      'quota_bytes',
      'max_file_bytes',
      'allowed_file_types',
      'blocked_extensions',
      'blocked_mime_types',
      'used_bytes',
      'reserved_bytes',
      'files_count',
      'health_status',
      'problem',
      'last_tested_at',
      'last_checked_at',
      'created_at',
      'updated_at',
    ])
    .$narrowType<{ configuration: StorageConfigurationInput }>()
}
