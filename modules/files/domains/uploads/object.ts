import {
  type Driver,
  PART_BYTES,
  type StoredPart,
} from '@powernode/modules/files/domains/storage/driver.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { UploadRow } from './upload.ts'

/** What the row keeps of bytes that are stored: a part, or bytes that wait for one. */
export interface StoredBytes {
  part?: StoredPart
  tail?: { offset: number; bytes: Buffer }
}

/** Writes the next bytes of an object. Where parts have one size, what is over waits in the database. */
export async function openObject(ctx: Ctx, { id, object, ...upload }: UploadRow, { parts }: Driver) {
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
  let number = (await partsOf(ctx, id)).length + 1
  const tails = await tailsOf(ctx, id)
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

/** The parts of an upload in their order. */
export function partsOf(ctx: Ctx, uploadId: string): Promise<StoredPart[]> {
  return ctx
    .own('upload_parts')
    .select()
    .select(['number', 'size', 'etag'])
    .where('upload_id', '=', uploadId)
    .orderBy('number')
    .execute()
}

/** The bytes that are not yet a part. */
export async function tailsOf(ctx: Ctx, uploadId: string): Promise<Buffer[]> {
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
