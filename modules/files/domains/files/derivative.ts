import { randomUUID } from 'node:crypto'
import { discardBlob, settleBlob } from '@powernode/modules/files/domains/storage/blob.ts'
import { noSpace } from '@powernode/modules/files/domains/storage/space.ts'
import { writeBlob } from '@powernode/modules/files/domains/storage/writing.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { broadcastFiles } from './channel.ts'
import { contentTypeOf } from './content_types.ts'
import { accountOfFile } from './processed.ts'

/** What a worker says of a file that it made of another. */
export interface DerivativeInput {
  kind: string
  size: string
  storage_key?: string | undefined
}

/**
 * Stores what a worker made of a file, in the storage of the file. Another of the same kind and size replaces it: its object is
 * new, so that no reader gets other bytes than the row says.
 */
export async function storeDerivative(
  ctx: PlatformCtx,
  fileId: string,
  { kind, size, storage_key }: DerivativeInput,
  source: { atLeast: number; atMost: number; bytes: AsyncIterable<Buffer> },
): Promise<{ storage_key: string }> {
  const account = await accountOfFile(ctx, fileId)
  const { storage_id } = await account
    .own('files')
    .select()
    .innerJoin('blobs', 'blobs.id', 'files.blob_id')
    .select('blobs.storage_id')
    .where('files.id', '=', fileId)
    .executeTakeFirstOrThrow()
  let content_type = 'application/octet-stream'
  const key = acceptedKey(fileId, storage_key)
  const checked = {
    ...source,
    tooLarge: noSpace,
    async inspect(head: Buffer) {
      if (head.length === 0) throw fail.invalid({ file: ['is empty'] })
      content_type = (await contentTypeOf(head, '')) ?? content_type
    },
  }
  await writeBlob(account, storage_id, checked, (blob, written) =>
    account.transaction(async (tx) => {
      tx.unaudited('made of a file, whose upload was audited')
      await settleBlob(tx, blob, written)
      await replace(tx, {
        file_id: fileId,
        blob_id: blob.id,
        kind,
        size,
        content_type,
        storage_key: key,
      })
      await broadcastFiles(tx)
    }),
  )
  return { storage_key: key }
}

interface DerivativeRow {
  file_id: string
  blob_id: string
  kind: string
  size: string
  content_type: string
  storage_key: string
}

async function replace(tx: Tx, row: DerivativeRow) {
  const { file_id, kind, size } = row
  // One after the other, and not for a file that was deleted meanwhile.
  const file = await tx
    .own('files')
    .select()
    .select('id')
    .where('id', '=', file_id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!file) throw fail.notFound('file')
  const former = await tx
    .own('file_derivatives')
    .delete()
    .where('file_id', '=', file_id)
    .where('kind', '=', kind)
    .where('size', '=', size)
    .returning('blob_id')
    .execute()
  for (const { blob_id } of former) await discardBlob(tx, blob_id)
  await tx.own('file_derivatives').insert(row).execute()
}

/** Has the objects of everything that was made of a file removed. Call it before deleting the file. */
export async function discardDerivatives(tx: Tx, fileId: string): Promise<void> {
  const made = await tx
    .own('file_derivatives')
    .delete()
    .where('file_id', '=', fileId)
    .returning('blob_id')
    .execute()
  for (const { blob_id } of made) await discardBlob(tx, blob_id)
}

/** The name that the worker chose, if it belongs to the file, or another one. */
function acceptedKey(fileId: string, key = ''): string {
  const own = new RegExp(
    `^(thumbnails|posters|processed)/${fileId}/(?!\\.+$)[A-Za-z0-9._-]{1,100}$`,
  )
  return own.test(key) ? key : `processed/${fileId}/${randomUUID()}`
}
