import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { unavailable } from './driver.ts'
import { warnOfFullStorage } from './full.ts'
import { changeSpace, reserveSpace } from './space.ts'

/** How long a writer may be silent before its object is removed. */
export const LEASE_MS = 60_000

/** An object that was announced: its row is committed, its bytes are not complete. */
export interface AnnouncedBlob {
  id: string
  storage_id: string
  key: string
  /** At most so many bytes may be written. */
  reserved_bytes: number
}

/** What was written. */
export interface Written {
  size_bytes: number
  sha256: string
}

/** Announces an object of `atLeast` to `atMost` bytes in a storage. Commit before writing it. */
export async function announceBlob(
  tx: Tx,
  storageId: string,
  size: { atLeast: number; atMost: number },
): Promise<AnnouncedBlob> {
  tx.prepares('the file is audited when it is complete')
  const reserved_bytes = await reserveSpace(tx, storageId, size)
  const id = randomUUIDv7()
  const day = tx.now().toISOString().slice(0, 10).replaceAll('-', '/')
  const key = `${day}/${id.replaceAll('-', '')}`
  const blob = { id, storage_id: storageId, key, reserved_bytes }
  await tx
    .own('blobs')
    .insert({ ...blob, ...lease(tx) })
    .execute()
  return blob
}

/** Keeps the collector away for another minute. Returns false if it has already taken the object. */
export async function renewLease(ctx: Ctx, id: string): Promise<boolean> {
  const renewed = await ctx.transaction((tx) => {
    tx.prepares('only the lease of an upload')
    return tx
      .own('blobs')
      .update(lease(tx))
      .where('id', '=', id)
      .where('state', '=', 'writing')
      .executeTakeFirst()
  })
  return renewed.numUpdatedRows > 0n
}

/** Records that an object is complete: what was reserved for it becomes use. */
export async function settleBlob(tx: Tx, blob: AnnouncedBlob, written: Written): Promise<void> {
  const { numUpdatedRows } = await tx
    .own('blobs')
    .update({
      ...written,
      state: 'stored',
      reserved_bytes: 0,
      lease_until: null,
      updated_at: tx.now(),
    })
    .where('id', '=', blob.id)
    .where('state', '=', 'writing')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw unavailable('The upload was interrupted. Send the file again')
  const { storage_id, reserved_bytes } = blob
  const used = written.size_bytes
  await changeSpace(tx, { storage_id, used, reserved: -reserved_bytes, files: 1 })
  await warnOfFullStorage(tx, storage_id, used)
}

/** Gives up an object, unless it is complete. Returns whether its caller must remove it, within the time of a lease. */
export async function abandonBlob(ctx: Ctx, id: string): Promise<boolean> {
  const abandoned = await ctx.transaction((tx) => {
    tx.prepares('no file was created')
    return tx
      .own('blobs')
      .update({ state: 'deleting', ...lease(tx) })
      .where('id', '=', id)
      .where('state', '=', 'writing')
      .executeTakeFirst()
  })
  return abandoned.numUpdatedRows > 0n
}

/** Leaves the object of a deleted file to the collector, which removes it within a minute. Its space is free after that. */
export async function discardBlob(tx: Tx, id: string): Promise<void> {
  await tx
    .own('blobs')
    .update({ state: 'deleting', lease_until: tx.now(), updated_at: tx.now() })
    .where('id', '=', id)
    .where('state', '=', 'stored')
    .execute()
}

const lease = (ctx: Ctx) => ({ lease_until: new Date(ctx.now().getTime() + LEASE_MS) })
