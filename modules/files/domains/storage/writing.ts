import { createHash } from 'node:crypto'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type AnnouncedBlob, announceBlob, LEASE_MS, renewLease, type Written } from './blob.ts'
import { unavailable } from './driver.ts'
import { driverAt } from './drivers.ts'
import { giveUpBlob } from './resumable.ts'

/** How much of the beginning `inspect` sees of a longer content. */
export const HEAD_BYTES = 4100

export interface BlobSource {
  atLeast: number
  atMost: number
  bytes: AsyncIterable<Buffer>
  /** Sees how the content begins, before more of it is written; throws to refuse it. */
  inspect?(head: Buffer): Promise<void>
  /** The failure if it has more bytes than were reserved. */
  tooLarge(reserved: number): Error
}

/**
 * Writes a new object: announces it in a transaction, then writes its bytes. `complete` then records it, in a transaction of
 * its own. After any failure, the object is removed and its space is free.
 */
export async function writeBlob<T>(
  ctx: Ctx,
  storageId: string,
  source: BlobSource,
  complete: (blob: AnnouncedBlob, written: Written) => Promise<T>,
): Promise<T> {
  const blob = await ctx.transaction((tx) => announceBlob(tx, storageId, source))
  try {
    const written = await writeBytes(ctx, blob, source)
    return await complete(blob, written)
  } catch (error) {
    await giveUpBlob(ctx, blob).catch(() => {}) // then its lease runs out
    throw error
  }
}

async function writeBytes(ctx: Ctx, blob: AnnouncedBlob, source: BlobSource): Promise<Written> {
  const driver = await driverAt(ctx, blob.storage_id)
  const hash = createHash('sha256')
  let size_bytes = 0
  let isLost = false

  // Also while the disk is slow: a pause of the client ends the upload before the lease.
  const renewing = setInterval(() => {
    renewLease(ctx, blob.id).then(
      (renewed) => {
        isLost = !renewed
      },
      () => {}, // the next one may succeed
    )
  }, LEASE_MS / 3)

  async function* measured() {
    for await (const chunk of inspected(source)) {
      size_bytes += chunk.length
      if (size_bytes > blob.reserved_bytes) throw source.tooLarge(blob.reserved_bytes)
      if (isLost) throw unavailable('The upload was interrupted. Send the file again')
      hash.update(chunk)
      yield chunk
    }
  }

  try {
    await driver.write(blob.key, measured())
    return { size_bytes, sha256: hash.digest('hex') }
  } finally {
    clearInterval(renewing)
  }
}

/** Collects the beginning, has it inspected, then passes everything on. */
async function* inspected({ bytes, inspect }: BlobSource): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of bytes) {
    if (!head) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD_BYTES) continue
    await inspect?.(head.subarray(0, HEAD_BYTES))
    yield head
    head = undefined
  }
  if (!head) return
  await inspect?.(head)
  if (head.length > 0) yield head
}
