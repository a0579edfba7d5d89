import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { type AnnouncedBlob, abandonBlob } from './blob.ts'
import { removeBlobs } from './collecting.ts'
import { ensureAccountStorage } from './default_storage.ts'

/** Keeps the collector away from an announced object until then, without a writer that renews its lease. */
export async function keepBlobUntil(tx: Tx, id: string, lease_until: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .own('blobs')
    .update({ lease_until, updated_at: tx.now() })
    .where('id', '=', id)
    .where('state', '=', 'writing')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives up an object that is not complete: it is removed and its space is free, at the latest when its lease has run out. */
export async function giveUpBlob(
  ctx: Ctx,
  { id, storage_id, key }: Pick<AnnouncedBlob, 'id' | 'storage_id' | 'key'>,
): Promise<void> {
  if (!(await abandonBlob(ctx, id))) return
  await removeBlobs(ctx, [{ id, storage_id, key, account_id: ctx.account.id, size_bytes: 0 }])
}

/** Makes transactions that count what an account stores wait for each other. */
export async function lockAccountStorage(tx: Tx): Promise<void> {
  await ensureAccountStorage(tx)
  await tx.own('account_storage').select().select('id').forNoKeyUpdate().execute()
}
