import { randomUUIDv7 } from 'node:crypto'
import {
  type AnnouncedBlob,
  settleBlob,
  type Written,
} from '@powernode/modules/files/domains/storage/blob.ts'
import { callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { broadcastFiles } from './channel.ts'
import { fileTypeOf } from './content_types.ts'
import { lockFile } from './file.ts'
import { copyTags } from './tags.ts'
import type { FileFields } from './upload_fields.ts'

/** A file whose content is complete. */
export interface CompleteFile extends FileFields {
  filename: string
  content_type: string
}

/** Records a file whose content was written: what was reserved for it becomes use. Returns its id. */
export async function recordFile(
  tx: Tx,
  { storage_id: _, version_of, ...given }: CompleteFile,
  blob: AnnouncedBlob,
  written: Written,
): Promise<string> {
  const id = randomUUIDv7()
  const former = version_of === undefined ? undefined : await replaceLatest(tx, version_of)
  const { metadata = {}, ...fields } = { ...former?.kept, ...given }
  const { filename, content_type } = fields
  await settleBlob(tx, blob, written)
  await tx
    .own('files')
    .insert({
      ...fields,
      id,
      ...former?.place,
      blob_id: blob.id,
      file_type: fileTypeOf(content_type),
      file_size: written.size_bytes,
      metadata,
      uploaded_by_id: callingUser(tx)?.userId ?? null,
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .execute()
  if (former) await copyTags(tx, former.id, id)
  const { size_bytes } = written
  await tx.audit('file.created', id, {
    new: { ...fields, content_type, file_size: size_bytes, ...former?.place },
  })
  await tx.emit('file.created', { id, filename, content_type })
  await broadcastFiles(tx)
  return id
}

/** Makes room for another latest version. Versions that are added at the same time are added one after the other. */
async function replaceLatest(tx: Tx, id: string) {
  const { root_id } = await lockFile(tx, id)
  const latest = await tx
    .own('files')
    .select()
    .selectAll()
    .where('root_id', '=', root_id)
    .where('is_latest', '=', true)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!latest || latest.deleted_at) {
    throw fail.with('conflict', 'The file was deleted or replaced meanwhile. Send it again')
  }
  await tx.own('files').update({ is_latest: false }).where('id', '=', latest.id).execute()
  const { category, visibility, description, metadata } = latest
  return {
    id: latest.id,
    kept: { category, visibility, description, metadata } as Partial<FileFields>,
    place: { version_of: root_id, version: latest.version + 1 },
  }
}
