import { discardBlob } from '@powernode/modules/files/domains/storage/blob.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Flag, type QueryValues } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { broadcastFiles } from './channel.ts'
import { discardDerivatives } from './derivative.ts'
import { type LockedFile, lockFile, readFile } from './file.ts'
import { requireUnlinked } from './links.ts'

const TRASH_DAYS = 30
const BATCH = 200

export const DeleteQuery = { permanent: Flag('Delete it now, without the trash') }

/**
 * Moves a file with all its versions to the trash, where they stay for 30 days, or deletes them now. Their links and addresses
 * end. An older version is deleted alone.
 */
export async function deleteFile(
  ctx: Ctx,
  id: string,
  { permanent = false }: QueryValues<typeof DeleteQuery>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const file = await lockFile(tx, id)
    const versions = file.is_latest ? await lockVersions(tx, file.root_id) : [file]
    await requireUnlinked(
      tx,
      versions.map((version) => version.id),
    )
    if (permanent) {
      for (const version of versions) await purgeFile(tx, version)
      await tx.enqueue('collect_blobs', {})
    } else if (!file.is_latest) {
      throw fail.with('invalid_transition', 'An older version can only be deleted permanently')
    } else if (!file.deleted_at) {
      await setDeleted(tx, file.root_id, tx.now())
      await tx.audit('file.deleted', id, { old: { filename: file.filename } })
      await tx.emit('file.deleted', { id, filename: file.filename })
    }
    await broadcastFiles(tx)
  })
}

export async function restoreFile(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const { filename, deleted_at, root_id } = await lockFile(tx, id)
    if (!deleted_at) throw fail.with('invalid_transition', 'The file is not in the trash')
    await setDeleted(tx, root_id, null)
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

/** All versions of a file that was locked, the latest first. */
function lockVersions(tx: Tx, rootId: string) {
  return tx
    .own('files')
    .select()
    .selectAll()
    .where('root_id', '=', rootId)
    .orderBy('version', 'desc')
    .forNoKeyUpdate()
    .execute()
}

async function setDeleted(tx: Tx, rootId: string, deleted_at: Date | null) {
  await tx.own('files').update({ deleted_at }).where('root_id', '=', rootId).execute()
}

/** It may have been restored meanwhile. */
function findInTrash(tx: Tx, id: string, before: Date) {
  return tx
    .own('files')
    .select()
    .select(['id', 'filename', 'blob_id', 'deleted_at', 'is_latest'])
    .where('id', '=', id)
    .where('deleted_at', '<', before)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

async function purgeFile(
  tx: Tx,
  file: Pick<LockedFile, 'id' | 'filename' | 'blob_id' | 'deleted_at' | 'is_latest'>,
) {
  const { id, filename } = file
  await discardDerivatives(tx, id)
  await tx.own('files').delete().where('id', '=', id).execute()
  await discardBlob(tx, file.blob_id)
  await tx.audit('file.purged', id, { old: { filename } })
  if (!file.deleted_at && file.is_latest) await tx.emit('file.deleted', { id, filename })
}
