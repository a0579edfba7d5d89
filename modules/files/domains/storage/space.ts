import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { ensureAccountStorage } from './default_storage.ts'
import { lockStorage, requireTakesFiles } from './storage.ts'

const GIGABYTE = 1e9

interface Space {
  used_bytes: number
  reserved_bytes: number
}

/** A change of what a storage and its account use, in bytes. */
interface SpaceChange {
  storage_id: string
  account_id: string
  used: number
  reserved: number
  files: number
}

/**
 * Reserves up to `atMost` bytes in a storage and its account: what is left, but not less than `atLeast`. The locks of both,
 * in this order, are held until commit. Throws `storage_quota_exceeded`.
 */
export async function reserveSpace(
  tx: Tx,
  storageId: string,
  { atLeast, atMost }: { atLeast: number; atMost: number },
): Promise<number> {
  const storage = await lockStorage(tx, storageId)
  requireTakesFiles(storage)
  const ofAccount = storage.is_own ? Number.POSITIVE_INFINITY : await leftOfAccount(tx)
  const left = Math.min(leftOf(storage, storage.quota_bytes), ofAccount)
  if (left < Math.max(1, atLeast)) throw noSpace(left)
  const reserved = Math.min(left, atMost)
  await changeSpace(tx, { storage_id: storageId, used: 0, reserved, files: 0 })
  return reserved
}

/** Locks what the account uses of the space of the operator. */
async function leftOfAccount(tx: Tx): Promise<number> {
  await ensureAccountStorage(tx)
  const account = await tx
    .own('account_storage')
    .select()
    .select(['limit_bytes', 'used_bytes', 'reserved_bytes'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return leftOf(account, limitOf(tx, account.limit_bytes))
}

/** The operator's limit of an account: its own, or else that of the settings. */
export function limitOf({ platform }: Ctx, own: number | null): number {
  return own ?? platform.settings.values.account_storage_gigabytes * GIGABYTE
}

export const noSpace = (left: number) =>
  fail.with('storage_quota_exceeded', undefined, { available_bytes: Math.max(0, left) })

/** Changes what a storage of this account, and the account, use. */
export async function changeSpace(
  tx: Tx,
  { storage_id, ...change }: Omit<SpaceChange, 'account_id'>,
): Promise<void> {
  const storage = await tx
    .own('storage')
    .update({})
    .set((eb) => ({
      used_bytes: eb('used_bytes', '+', change.used),
      reserved_bytes: eb('reserved_bytes', '+', change.reserved),
      files_count: eb('files_count', '+', change.files),
    }))
    .where('id', '=', storage_id)
    .returning('is_own')
    .executeTakeFirst()
  if (storage?.is_own) return
  await tx
    .own('account_storage')
    .update({})
    .set((eb) => ({
      used_bytes: eb('used_bytes', '+', change.used),
      reserved_bytes: eb('reserved_bytes', '+', change.reserved),
    }))
    .execute()
}

function leftOf({ used_bytes, reserved_bytes }: Space, limit: number | null): number {
  return limit === null ? Number.POSITIVE_INFINITY : limit - used_bytes - reserved_bytes
}
