import { requireContentType } from '@powernode/modules/files/domains/files/file_rules.ts'
import { findReplaced } from '@powernode/modules/files/domains/files/upload_fields.ts'
import type { AnnouncedBlob } from '@powernode/modules/files/domains/storage/blob.ts'
import { readStorage } from '@powernode/modules/files/domains/storage/storage.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { cancelUpload } from './cancelling.ts'
import { parseMetadata } from './creation.ts'
import type { UploadRow } from './upload.ts'

/** What the file of an upload is called: a new version has the name of the former. */
export async function fileOfUpload(ctx: Ctx, upload: UploadRow) {
  const fields = parseMetadata(upload.fields)
  const replaced = await findReplaced(ctx, fields)
  return { ...fields, filename: replaced?.filename ?? fields.filename }
}

/** The type of the file from how it begins. If the storage does not take it, the upload ends with 422 on `file`. */
export async function inspectUpload(
  ctx: Ctx,
  upload: UploadRow,
  blob: AnnouncedBlob,
  head: Buffer,
): Promise<string> {
  const { filename } = await fileOfUpload(ctx, upload)
  const storage = await readStorage(ctx, blob.storage_id)
  try {
    return await requireContentType(head, filename, storage)
  } catch (error) {
    await cancelUpload(ctx, upload)
    throw error
  }
}
