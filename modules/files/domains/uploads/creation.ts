import {
  requireExtension,
  requireFilename,
} from '@powernode/modules/files/domains/files/file_rules.ts'
import {
  type FileFields,
  findReplaced,
  parseUploadFields,
} from '@powernode/modules/files/domains/files/upload_fields.ts'
import { sizeIn } from '@powernode/modules/files/domains/files/uploading.ts'
import { announceBlob } from '@powernode/modules/files/domains/storage/blob.ts'
import { driverAt } from '@powernode/modules/files/domains/storage/drivers.ts'
import {
  giveUpBlob,
  keepBlobUntil,
  lockAccountStorage,
} from '@powernode/modules/files/domains/storage/resumable.ts'
import { storageForUpload } from '@powernode/modules/files/domains/storage/storage.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { unstorable } from '@powernode/server/platform/http/storable.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { UPLOAD_MS, type UploadMetadata } from './upload.ts'

const MAX_OPEN = 20

/** What Uppy sends of itself. The type comes from the content, and a name has no folders. */
const IGNORED = new Set(['filetype', 'name', 'type', 'relativePath'])

interface NewUpload {
  id: string
  metadata: UploadMetadata
  /** In bytes; undefined if the client tells it later. */
  length: number | undefined
}

/** Reserves the space for an upload and begins its object. `held` are the columns of the lock, if the request also sends bytes. */
export async function createUpload(
  ctx: Ctx,
  { id, metadata, length }: NewUpload,
  held: { lock_token?: string; locked_until?: Date } = {},
): Promise<void> {
  const { filename, ...fields } = parseMetadata(metadata)
  const storage = await storageForUpload(ctx, fields.storage_id)
  const replaced = await findReplaced(ctx, fields)
  requireExtension(replaced?.filename ?? filename, storage, 'filename')
  if (length === 0) throw fail.invalid({ file: ['is empty'] })
  const size = sizeIn(storage, { atLeast: length ?? 1, atMost: length })
  const blob = await ctx.transaction((tx) => announceBlob(tx, storage.id, size))
  try {
    const driver = await driverAt(ctx, storage.id)
    const object = await driver.parts.start(blob.key)
    await ctx.transaction(async (tx) => {
      tx.unaudited('the file is audited when it is complete')
      await requireFewOpen(tx)
      const expires_at = new Date(tx.now().getTime() + UPLOAD_MS)
      if (!(await keepBlobUntil(tx, blob.id, expires_at))) throw fail.with('upload_expired')
      await tx
        .own('uploads')
        .insert({
          id,
          blob_id: blob.id,
          fields: metadata,
          object: { ...object },
          length: length ?? null,
          expires_at,
          created_at: tx.now(),
          updated_at: tx.now(),
          ...held,
        })
        .execute()
    })
  } catch (error) {
    await giveUpBlob(ctx, blob).catch(() => {}) // then its lease runs out
    throw error
  }
}

/** The fields of an upload, as those of a form: 422 on each. */
export function parseMetadata(metadata: UploadMetadata): FileFields & { filename: string } {
  const { filename: name, ...given } = metadata
  const fields: Record<string, string> = Object.create(null) // a field may be called __proto__
  for (const [field, value] of Object.entries(given)) {
    if (!IGNORED.has(field)) fields[field] = value ?? ''
  }
  const errors = unstorable(fields)
  if (errors) throw fail.invalid(errors)
  return { ...parseUploadFields(fields), filename: requireFilename(name ?? '', 'filename') }
}

async function requireFewOpen(tx: Tx) {
  await lockAccountStorage(tx)
  const { open } = await tx
    .own('uploads')
    .select()
    .select(sql<number>`count(*)`.as('open'))
    .where('completed_at', 'is', null)
    .where('blob_id', 'is not', null)
    .where('expires_at', '>', tx.now())
    .executeTakeFirstOrThrow()
  if (open < MAX_OPEN) return
  throw fail.invalid({ base: [`The account has ${MAX_OPEN} open uploads. Complete or cancel one`] })
}
