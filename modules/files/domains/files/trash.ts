import { discardBlob } from '@powernode/modules/files/domains/storage/blob.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Flag, type QueryValues } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { broadcastFiles } from './channel.ts'
import { discardDerivatives } from './derivative.ts'
import { lockFile, readFile } from './file.ts'
import { requireUnlinked } from './links.ts'

const TRASH_DAYS = 30
const BATCH = 200

export const DeleteQuery = { permanent: Flag('Delete it now, without the trash') }

/** Moves a file to the trash, where it stays for 30 days, or deletes it now. Its links and addresses end. */
export async function deleteFile(
  ctx: Ctx,
  id: string,
  { permanent = false }: QueryValues<typeof DeleteQuery>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const file = await lockFile(tx, id)
    await requireUnlinked(tx, id)
    if (permanent) {
      await purgeFile(tx, file)
      await tx.enqueue('collect_blobs', {})
    } else if (!file.deleted_at) {
      await tx.own('files').update({ deleted_at: tx.now() }).where('id', '=', id).execute()
      await tx.audit('file.deleted', id, { old: { filename: file.filename } })
      await tx.emit('file.deleted', { id, filename: file.filename })
    }
    await broadcastFiles(tx)
  })
}

export async function restoreFile(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const { filename, deleted_at } = await lockFile(tx, id)
    if (!deleted_at) throw fail.with('invalid_transition', 'The file is not in the trash')
    await tx.own('files').update({ deleted_at: null }).where('id', '=', id).execute()
    await tx.audit('file.restored', id, { new: { filename } })
    await tx.emit('file.restored', { id, filename })
    await broadcastFiles(tx)
  })
  return readFile(ctx, id)
}

/** Deletes the files that have been in the trash for 30 days. Returns their number. */
export async function purgeTrash(ctx: PlatformCtx): Promise<number> {
  const before = new Date(ctx.now().getTime() - TRASH_DAYS * DAY_MS)
  let purged = 0
  for (;;) {
    const due = await ctx
      .acrossAccounts({ because: 'the daily sweep covers every account' })
      .selectFrom('files')
      .select(['id', 'account_id'])
      .where('deleted_at', '<', before)
      .orderBy('deleted_at')
      .limit(BATCH)
      .execute()
    for (const { id, account_id } of due) {
      await ctx.inAccount(account_id, { kind: 'system' }).transaction(async (tx) => {
        const file = await findInTrash(tx, id, before)
        if (!file) return
        await purgeFile(tx, file)
        purged++
      })
    }
    if (due.length < BATCH) return purged
  }
}

/** It may have been restored meanwhile. */
function findInTrash(tx: Tx, id: string, before: Date) {
  return tx
    .own('files')
    .select()
    .select(['id', 'filename', 'blob_id', 'deleted_at'])
    .where('id', '=', id)
    .where('deleted_at', '<', before)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

async function purgeFile(
  tx: Tx,
  file: { id: string; filename: string; blob_id: string; deleted_at: Date | null },
) {
  const { id, filename } = file
  await discardDerivatives(tx, id)
  await tx.own('files').delete().where('id', '=', id).execute()
  await discardBlob(tx, file.blob_id)
  await tx.audit('file.purged', id, { old: { filename } })
  if (!file.deleted_at) await tx.emit('file.deleted', { id, filename })
}
