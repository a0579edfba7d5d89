import { createHash } from 'node:crypto'
import { recordFile } from '@powernode/modules/files/domains/files/recording.ts'
import type { AnnouncedBlob } from '@powernode/modules/files/domains/storage/blob.ts'
import type { Driver, StoredPart } from '@powernode/modules/files/domains/storage/driver.ts'
import { driverAt } from '@powernode/modules/files/domains/storage/drivers.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { cancelUpload } from './cancelling.ts'
import { openHash } from './hashing.ts'
import { fileOfUpload, inspectUpload } from './inspecting.ts'
import { commitBytes, uploadPartsOf, uploadTailsOf } from './object.ts'
import { findBlob, findUpload, type UploadRow } from './upload.ts'

/**
 * Makes an upload a file once all its bytes were received, unless it is one. Can be repeated after it was interrupted. The
 * caller holds the lock with this token, and passes the hash of all bytes if only it knows it.
 */
export async function finishUpload(
  ctx: Ctx,
  { id, token }: { id: string; token: string },
  digest: string | undefined,
): Promise<void> {
  const upload = await findUpload(ctx, id)
  if (upload.completed_at) return
  const blob = await findBlob(ctx, upload)
  const content_type = upload.content_type ?? (await inspectUpload(ctx, upload, blob, upload.head))
  const driver = await driverAt(ctx, blob.storage_id)
  await driver.parts.finish(upload.object, await allParts(ctx, upload, token, driver))
  const sha256 = await hashOf(ctx, upload, blob, driver, digest)
  const fields = await fileOfUpload(ctx, upload)
  await ctx.transaction(async (tx) => {
    const written = { size_bytes: upload.offset, sha256 }
    const file_id = await recordFile(tx, { ...fields, content_type }, blob, written)
    const { numUpdatedRows } = await tx
      .own('uploads')
      .update({ completed_at: tx.now(), file_id, head: Buffer.alloc(0), hash_state: null })
      .where('id', '=', id)
      .where('lock_token', '=', token)
      .where('completed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw fail.with('upload_locked')
    for (const table of ['upload_parts', 'upload_tails'] as const) {
      await tx.own(table).delete().where('upload_id', '=', id).execute()
    }
  })
}

/** The parts of the whole object. The last one may have any size; it is recorded, because no storage takes it again. */
async function allParts(
  ctx: Ctx,
  { id, object, offset }: UploadRow,
  token: string,
  { parts }: Driver,
): Promise<StoredPart[]> {
  if (!parts.needsFullParts) return [{ number: 1, size: offset, etag: '' }]
  const full = await uploadPartsOf(ctx, id)
  const tail = Buffer.concat(await uploadTailsOf(ctx, id))
  if (tail.length === 0) return full
  const place = { number: full.length + 1, offset: offset - tail.length }
  const part = await parts.put(object, place, tail)
  await commitBytes(ctx, { id, token }, offset, { offset }, { part })
  return [...full, part]
}

/**
 * The SHA-256 of the object. It is read again if nobody knows it, and if a former holder of the lock may have changed it after it
 * was hashed.
 */
async function hashOf(
  ctx: Ctx,
  upload: UploadRow,
  { key }: AnnouncedBlob,
  driver: Driver,
  digest: string | undefined,
): Promise<string> {
  const { hash_state, taken_over } = upload
  const known = digest ?? (hash_state && (await openHash(hash_state))?.digest())
  if (known && !(taken_over && driver.parts.reread)) return known
  const hash = createHash('sha256')
  for await (const chunk of await driver.read(key)) hash.update(chunk)
  const stored = hash.digest('hex')
  if (!known || known === stored) return stored
  await cancelUpload(ctx, upload)
  throw fail.with('checksum_mismatch')
}
