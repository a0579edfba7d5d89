import { Filename } from '@powernode/modules/files/domains/files/file.ts'
import type { AnnouncedBlob } from '@powernode/modules/files/domains/storage/blob.ts'
import type { PartedObject } from '@powernode/modules/files/domains/storage/driver.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Count, Id, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

/** How long an upload may take. */
export const UPLOAD_MS = 24 * HOUR_MS

export const ResumableUpload = Shape('ResumableUpload', {
  id: Id(),
  filename: Filename,
  length: Nullable(Count('Size of the file in bytes; null until it is known', [67_108_864])),
  offset: Count('Bytes that were received and will not be lost', [8_388_608]),
  file_id: Nullable(Id('The file, once it is complete')),
  created_at: Time('When it was started'),
  expires_at: Time('When it expires, unless it is complete'),
})

/** What the client named in `Upload-Metadata`: keys without a value are null. */
export type UploadMetadata = Record<string, string | null>

/** An upload of the account, also one that has expired; 404 if there is none. */
export async function findUpload(ctx: Ctx, id: string) {
  const upload = await ctx
    .own('uploads')
    .select()
    .selectAll()
    .select(sql<UploadMetadata>`fields`.as('fields'))
    .select(sql<PartedObject>`object`.as('object'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!upload) throw fail.notFound('upload')
  return upload
}

export type UploadRow = Awaited<ReturnType<typeof findUpload>>

/** Throws `upload_expired` for an upload that can no longer be completed. */
export function requireUnexpired(ctx: Ctx, { completed_at, expires_at, blob_id }: UploadRow): void {
  if (completed_at) return
  if (blob_id === null || expires_at <= ctx.now()) throw fail.with('upload_expired')
}

export async function readUpload(ctx: Ctx, id: string): Promise<Static<typeof ResumableUpload>> {
  const upload = await findUpload(ctx, id)
  requireUnexpired(ctx, upload)
  const { length, offset, file_id, created_at, expires_at } = upload
  const filename = upload.fields.filename ?? ''
  return { id, filename, length, offset, file_id, created_at, expires_at }
}

/** The object that an upload writes. */
export async function findBlob(ctx: Ctx, { blob_id }: UploadRow): Promise<AnnouncedBlob> {
  const blob = await ctx
    .own('blobs')
    .select()
    .select(['id', 'storage_id', 'key', 'reserved_bytes'])
    .where('id', '=', blob_id ?? '')
    .where('state', '=', 'writing')
    .executeTakeFirst()
  if (!blob) throw fail.with('upload_expired')
  return blob
}
