import type { Driver } from '@powernode/modules/files/domains/storage/driver.ts'
import { driverAt } from '@powernode/modules/files/domains/storage/drivers.ts'
import { HEAD_BYTES } from '@powernode/modules/files/domains/storage/writing.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { batchesOf } from './batches.ts'
import { finishUpload } from './completion.ts'
import { openHash, openNativeHash, type UploadHash } from './hashing.ts'
import { inspectUpload } from './inspecting.ts'
import { commitBytes, openObject } from './object.ts'
import { findBlob, findUpload, type UploadRow } from './upload.ts'

/** What arrived is durable after so long. */
const COMMIT_MS = 2000

/** A request that sends the next bytes of an upload, of which it holds the lock. */
export interface UploadRequest {
  id: string
  token: string
  bytes: AsyncIterable<Buffer>
  /** Of the body, if the client sent it. */
  size: number | undefined
  /** Throws if the caller may no longer send it. */
  requireAccess(): Promise<void>
}

/**
 * Receives bytes of an upload. After at most 8 MiB or two seconds they are durable, and the row says so. The last byte makes
 * them a file. Returns the new offset.
 */
export async function receiveBytes(ctx: Ctx, request: UploadRequest): Promise<number> {
  const upload = await findUpload(ctx, request.id)
  if (upload.completed_at) return upload.offset
  const blob = await findBlob(ctx, upload)
  const driver = await driverAt(ctx, blob.storage_id)
  const hash = await hashFor(upload, request, driver)
  const object = await openObject(ctx, upload, driver)
  let { offset, head, content_type } = upload

  for await (const bytes of batchesOf(request.bytes, object.room, COMMIT_MS)) {
    await request.requireAccess()
    if (offset + bytes.length > blob.reserved_bytes) throw fail.with('payload_too_large')
    head = Buffer.concat([head, bytes.subarray(0, HEAD_BYTES - head.length)])
    if (head.length === HEAD_BYTES) content_type ??= await inspectUpload(ctx, upload, blob, head)
    hash?.update(bytes)
    const stored = await object.store(bytes)
    const next = offset + bytes.length
    const columns = { offset: next, head, content_type, hash_state: hash?.state() ?? null }
    await commitBytes(ctx, request, offset, columns, stored)
    offset = next
  }
  if (offset === upload.length) {
    // Without a state, only this request knows the hash of all bytes.
    await finishUpload(ctx, request, hash && !hash.state() ? hash.digest() : undefined)
  }
  return offset
}

/** A body that is the whole file is hashed with the faster hash: if it is cut, the complete object is read again. */
function hashFor(
  { offset, length, hash_state }: UploadRow,
  { size }: UploadRequest,
  { parts }: Driver,
): Promise<UploadHash | undefined> | UploadHash | undefined {
  if (offset === 0 && size === length && parts.reread) return openNativeHash()
  if (offset === 0) return openHash(undefined)
  return hash_state ? openHash(hash_state) : undefined
}
