import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { isReferenceViolation, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { Changes, Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { DEFAULT_MAX_FILE_BYTES, ensureAccountStorage } from './default_storage.ts'
import {
  completeConfiguration,
  isOwnPlace,
  placeFields,
  StorageConfiguration,
  type StorageConfigurationInput,
} from './places.ts'
import { type ProviderName, ProviderType, requireAvailable } from './providers.ts'
import {
  ChosenStatus,
  type LockedStorage,
  lockStorage,
  readStorage,
  StorageName,
  storageRules,
} from './storage.ts'

const rules = Type.Partial(Type.Object(storageRules)).properties

const SecretKey = Type.String({
  minLength: 1,
  maxLength: 300,
  pattern: '^[\\x21-\\x7e]+$',
  description: 'Secret key of an object storage. It is sealed, and no response has it',
  examples: ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
})

export const NewStorage = Shape('NewStorage', {
  name: StorageName,
  provider_type: ProviderType,
  configuration: Type.Optional(StorageConfiguration),
  secret_access_key: Type.Optional(SecretKey),
  is_default: Type.Optional(Flag('Keep new files here; the first storage always is the default')),
  ...rules,
})

export const StorageChanges = Changes(
  'StorageChanges',
  Shape({
    name: StorageName,
    status: ChosenStatus,
    configuration: StorageConfiguration,
    secret_access_key: SecretKey,
    ...storageRules,
  }),
)

/** Adds a storage. The first one of an account becomes the default. */
export async function createStorage(ctx: Ctx, input: Static<typeof NewStorage>) {
  const { is_default: wanted = false, provider_type, secret_access_key, ...rest } = input
  const { configuration: given = {}, ...columns } = rest
  requireAvailable(provider_type)
  const hasSecret = secret_access_key !== undefined
  const configuration = completeConfiguration(ctx, provider_type, given, hasSecret)
  const is_own = isOwnPlace(provider_type, configuration)
  const sealed_secret = sealed(ctx, secret_access_key)
  const id = randomUUIDv7()
  await ctx.transaction(async (tx) => {
    const current = await lockDefault(tx)
    const is_default = wanted || !current
    if (wanted) await clearDefault(tx)
    await tx
      .own('storage')
      .insert({
        max_file_bytes: DEFAULT_MAX_FILE_BYTES,
        ...columns,
        id,
        provider_type,
        is_default,
        is_own,
        configuration,
        sealed_secret,
        created_at: tx.now(),
        updated_at: tx.now(),
      })
      .execute()
      .catch(refuseDuplicate('storage_name', 'name'))
    const { name } = columns
    const added = { ...columns, ...(is_own && { configuration }), provider_type, is_default }
    await tx.audit('storage.created', id, { new: added })
    await tx.emit('storage.created', { id, name })
  })
  return readStorage(ctx, id)
}

export async function updateStorage(ctx: Ctx, id: string, changes: Static<typeof StorageChanges>) {
  const { secret_access_key, ...columns } = changes
  await ctx.transaction(async (tx) => {
    await lockDefault(tx)
    const storage = await lockStorage(tx, id)
    requirePossible(storage, changes)
    const placed = changedPlace(tx, storage, changes)
    await tx
      .own('storage')
      .update({ ...columns, ...placed, updated_at: tx.now() })
      .where('id', '=', id)
      .execute()
      .catch(refuseDuplicate('storage_name', 'name'))
    const { name } = { ...storage, ...columns }
    const { configuration } = placed
    const changed = { ...columns, ...(configuration && { configuration }) }
    const secret = secret_access_key !== undefined && { metadata: { secret_access_key: 'changed' } }
    await tx.audit('storage.updated', id, { ...diffOf(storage, changed), ...secret })
    await tx.emit('storage.updated', { id, name, changes: Object.keys(changes) })
  })
  return readStorage(ctx, id)
}

/** The columns of another configuration or key. Where the objects are does not change while there are any. */
function changedPlace(
  tx: Tx,
  storage: LockedStorage,
  { configuration: given, secret_access_key }: Static<typeof StorageChanges>,
): { configuration?: StorageConfigurationInput; sealed_secret?: Buffer | null } {
  if (given === undefined && secret_access_key === undefined) return {}
  const provider = storage.provider_type as ProviderName
  const before = storage.configuration as StorageConfigurationInput
  const hasSecret = secret_access_key !== undefined || storage.sealed_secret !== null
  const merged = { ...before, ...given }
  const configuration = completeConfiguration(tx, provider, merged, hasSecret)
  for (const field of placeFields) {
    if (configuration[field] === before[field]) continue
    const name = `configuration.${field}`
    if (storage.used_bytes + storage.reserved_bytes > 0 || storage.files_count > 0) {
      throw fail.invalid({ [name]: ['cannot change while the storage has files'] })
    }
    if (isOwnPlace(provider, configuration) !== storage.is_own) {
      throw fail.invalid({ [name]: ['cannot change: add another storage'] })
    }
    if (field === 'endpoint' && secret_access_key === undefined) {
      throw fail.invalid({ secret_access_key: ['must be entered again for another address'] })
    }
  }
  const sealed_secret = sealed(tx, secret_access_key) ?? storage.sealed_secret
  return { configuration, sealed_secret }
}

function sealed({ platform }: Ctx, secret: string | undefined): Buffer | null {
  return secret === undefined ? null : platform.vault.seal(Buffer.from(secret))
}

/** Deletes a storage without files. */
export async function deleteStorage(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockDefault(tx)
    const { name, is_default } = await lockStorage(tx, id)
    if (is_default) {
      throw fail.with('in_use', 'This is the default storage. Make another one the default first')
    }
    await tx
      .own('storage')
      .delete()
      .where('id', '=', id)
      .execute()
      .catch((error) => {
        if (!isReferenceViolation(error)) throw error
        throw fail.with('in_use', 'This storage has files. Delete them permanently first')
      })
    await tx.audit('storage.deleted', id, { old: { name } })
    await tx.emit('storage.deleted', { id, name })
  })
}

/** Keeps new files in this storage from now on. */
export async function setDefaultStorage(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const current = await lockDefault(tx)
    const { name, status } = await lockStorage(tx, id)
    if (status !== 'active') {
      throw fail.with('invalid_transition', 'Only an active storage can be the default')
    }
    if (current === id) return
    await clearDefault(tx)
    await tx.own('storage').update({ is_default: true }).where('id', '=', id).execute()
    await tx.audit('storage.set_default', id, { old: { default_id: current }, new: { name } })
    await tx.emit('storage.updated', { id, name, changes: ['is_default'] })
  })
  return readStorage(ctx, id)
}

/** The id of the default storage. Changes of storages of one account wait for each other. */
async function lockDefault(tx: Tx): Promise<string | undefined> {
  await ensureAccountStorage(tx)
  await tx.own('account_storage').select().select('account_id').forUpdate().execute()
  const found = await tx
    .own('storage')
    .select()
    .select('id')
    .where('is_default', '=', true)
    .executeTakeFirst()
  return found?.id
}

async function clearDefault(tx: Tx) {
  await tx.own('storage').update({ is_default: false }).where('is_default', '=', true).execute()
}

function requirePossible(storage: LockedStorage, changes: Static<typeof StorageChanges>) {
  const { status, quota_bytes = null } = changes
  if (status === 'active' && storage.status === 'failed') {
    throw fail.invalid({ status: ['must pass a test first'] })
  }
  if (status !== undefined && status !== 'active' && storage.is_default) {
    throw fail.invalid({ status: ['must be active: it is the default storage'] })
  }
  if (quota_bytes !== null && quota_bytes < storage.used_bytes + storage.reserved_bytes) {
    throw fail.invalid({ quota_bytes: ['is less than what is in use'] })
  }
}
