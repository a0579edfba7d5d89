import {
  type Driver,
  PART_BYTES,
  type StoredPart,
} from '@powernode/modules/files/domains/storage/driver.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { UploadRow } from './upload.ts'

/** What the row keeps of bytes that are stored: a part, or bytes that wait for one. */
export interface StoredBytes {
  part?: StoredPart
  tail?: { offset: number; bytes: Buffer }
}

/** Writes the next bytes of an object. Where parts have one size, what is over waits in the database. */
export async function openObject(
  ctx: Ctx,
  { id, object, ...upload }: UploadRow,
  { parts }: Driver,
) {
  let { offset } = upload
  if (!parts.needsFullParts) {
    return {
      room: () => PART_BYTES,
      async store(bytes: Buffer): Promise<StoredBytes> {
        await parts.put(object, { number: 1, offset }, bytes)
        offset += bytes.length
        return {}
      },
    }
  }
  let number = (await uploadPartsOf(ctx, id)).length + 1
  const tails = await uploadTailsOf(ctx, id)
  let size = sizeOf(tails)
  return {
    room: () => PART_BYTES - size,
    async store(bytes: Buffer): Promise<StoredBytes> {
      const tail = { offset, bytes }
      offset += bytes.length
      size += bytes.length
      tails.push(bytes)
      if (size < PART_BYTES) return { tail }
      const part = await parts.put(object, { number, offset: offset - size }, Buffer.concat(tails))
      number += 1
      size = 0
      tails.length = 0
      return { part }
    },
  }
}

/** Records what is durable, unless another request has the lock by now. */
export async function commitBytes(
  ctx: Ctx,
  { id, token }: { id: string; token: string },
  before: number,
  columns: Partial<Pick<UploadRow, 'offset' | 'head' | 'content_type' | 'hash_state'>>,
  { part, tail }: StoredBytes,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('the file is audited when it is complete')
    const { numUpdatedRows } = await tx
      .own('uploads')
      .update({ ...columns, updated_at: tx.now() })
      .where('id', '=', id)
      .where('lock_token', '=', token)
      .where('offset', '=', before)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw fail.with('upload_locked')
    if (tail) {
      await tx
        .own('upload_tails')
        .insert({ ...tail, upload_id: id })
        .execute()
    }
    if (!part) return
    await tx
      .own('upload_parts')
      .insert({ ...part, upload_id: id })
      .execute()
    await tx.own('upload_tails').delete().where('upload_id', '=', id).execute()
  })
}

/** The parts of an upload in their order. */
export function uploadPartsOf(ctx: Ctx, uploadId: string): Promise<StoredPart[]> {
  return ctx
    .own('upload_parts')
    .select()
    .select(['number', 'size', 'etag'])
    .where('upload_id', '=', uploadId)
    .orderBy('number')
    .execute()
}

/** The bytes that are not yet a part. */
export async function uploadTailsOf(ctx: Ctx, uploadId: string): Promise<Buffer[]> {
  const tails = await ctx
    .own('upload_tails')
    .select()
    .select('bytes')
    .where('upload_id', '=', uploadId)
    .orderBy('offset')
    .execute()
  return tails.map(({ bytes }) => bytes)
}

const sizeOf = (buffers: Buffer[]) => buffers.reduce((sum, { length }) => sum + length, 0)
