import { createHash, randomUUIDv7 } from 'node:crypto'
import {
  type AnnouncedBlob,
  settleBlob,
  type Written,
} from '@powernode/modules/files/domains/storage/blob.ts'
import { noSpace } from '@powernode/modules/files/domains/storage/space.ts'
import { storageForUpload } from '@powernode/modules/files/domains/storage/storage.ts'
import { writeBlob } from '@powernode/modules/files/domains/storage/writing.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import {
  type FileForm,
  type FormFile,
  readFileForm,
} from '@powernode/server/platform/http/file_form.ts'
import { Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Upload } from '@powernode/server/platform/http/upload.ts'
import { compileStrict, fieldErrors } from '@powernode/server/platform/http/validation.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { broadcastFiles } from './channel.ts'
import { fileTypeOf } from './content_types.ts'
import { FileCategory, FileDescription, FileMetadata, FileVisibility, readFile } from './file.ts'
import { requireContentType, requireExtension, requireFilename } from './file_rules.ts'

/** The fields of the form besides the file. `storage_id` must come before it. */
const UploadFields = Shape({
  storage_id: Type.Optional(Id()),
  category: Type.Optional(FileCategory),
  visibility: Type.Optional(FileVisibility),
  description: Type.Optional(FileDescription),
  metadata: Type.Optional(FileMetadata),
})

type Fields = Static<typeof UploadFields>
type Storage = Awaited<ReturnType<typeof storageForUpload>>

const areFields = compileStrict(UploadFields)

/** Stores the file of a form. */
export async function uploadFile(ctx: Ctx, upload: Upload, { headers }: FastifyRequest) {
  const form = await readFileForm(upload, headers['content-type'])
  const storage = await storageForUpload(ctx, parseFields(form.fields).storage_id)
  const id = await store(ctx, storage, form.file, async (filename, sha256) => {
    const fields = await readRest(form)
    upload.identity = identityOf(filename, fields, sha256)
    return parseFields(fields)
  })
  return readFile(ctx, id)
}

/** Stores a file that this server made, in the default storage. Returns its id. */
export async function storeContent(
  ctx: Ctx,
  { filename, ...fields }: Omit<Fields, 'storage_id'> & { filename: string },
  content: Buffer,
): Promise<string> {
  const storage = await storageForUpload(ctx, undefined)
  const size = { atLeast: content.length, atMost: content.length }
  const bytes = (async function* () {
    yield content
  })()
  return store(ctx, storage, { filename, ...size, bytes }, async () => fields)
}

/** Stores a file that a worker sends, in the default storage. Returns its id. */
export async function storeSent(
  ctx: Ctx,
  file: FormFile,
  fields: Omit<Fields, 'storage_id'>,
): Promise<string> {
  const storage = await storageForUpload(ctx, undefined)
  return store(ctx, storage, file, async () => fields)
}

/** Writes a file, then records it with the fields that `finish` returns. Returns its id. */
function store(
  ctx: Ctx,
  storage: Storage,
  file: FormFile,
  finish: (filename: string, sha256: string) => Promise<Fields>,
): Promise<string> {
  const filename = requireFilename(file.filename, 'file')
  requireExtension(filename, storage, 'file')
  let content_type = ''
  const source = {
    ...sizeOf(file, storage),
    bytes: file.bytes,
    tooLarge: (reserved: number) =>
      reserved < storage.max_file_bytes ? noSpace(reserved) : tooLarge(storage),
    async inspect(head: Buffer) {
      content_type = await requireContentType(head, filename, storage)
    },
  }
  return writeBlob(ctx, storage.id, source, async (blob, written) => {
    const fields = await finish(filename, written.sha256)
    return ctx.transaction((tx) =>
      insertFile(tx, { ...fields, filename, content_type }, blob, written),
    )
  })
}

/** Reads a repeated upload, to compare it with the first. */
export async function identifyUpload(
  upload: Upload,
  { headers }: FastifyRequest,
): Promise<unknown> {
  const form = await readFileForm(upload, headers['content-type'])
  const hash = createHash('sha256')
  for await (const chunk of form.file.bytes) hash.update(chunk)
  const filename = requireFilename(form.file.filename, 'file')
  return identityOf(filename, await form.rest(), hash.digest('hex'))
}

const identityOf = (filename: string, fields: Record<string, string>, sha256: string) => ({
  filename,
  fields: Object.entries(fields).sort(),
  sha256,
})

async function readRest(form: FileForm): Promise<Record<string, string>> {
  const fields = await form.rest()
  if (form.fields.storage_id === fields.storage_id) return fields
  throw fail.invalid({ storage_id: ['must come before the file'] })
}

/** Throws 422 if the file is larger than the storage takes. */
function sizeOf({ atLeast, atMost }: FormFile, storage: Storage) {
  if (atLeast > storage.max_file_bytes) throw tooLarge(storage)
  return { atLeast, atMost: Math.min(atMost ?? storage.max_file_bytes, storage.max_file_bytes) }
}

const tooLarge = ({ max_file_bytes }: Storage) =>
  fail.invalid({
    file: [`must have at most ${max_file_bytes.toLocaleString('en')} bytes in this storage`],
  })

function parseFields(fields: Record<string, string>): Fields {
  const parsed: Record<string, unknown> = { ...fields }
  if (fields.description === '') delete parsed.description
  if (fields.metadata !== undefined) parsed.metadata = parseMetadata(fields.metadata)
  if (!areFields(parsed)) throw fail.invalid(fieldErrors(areFields.errors ?? []))
  return parsed as Fields
}

function parseMetadata(text: string): unknown {
  try {
    const metadata = JSON.parse(text)
    requireSmallObjects({ metadata })
    return metadata
  } catch (error) {
    if (error instanceof SyntaxError) throw fail.invalid({ metadata: ['must be JSON'] })
    throw error
  }
}

async function insertFile(
  tx: Tx,
  { storage_id: _, metadata = {}, ...fields }: Fields & { filename: string; content_type: string },
  blob: AnnouncedBlob,
  written: Written,
): Promise<string> {
  const id = randomUUIDv7()
  const { filename, content_type } = fields
  await settleBlob(tx, blob, written)
  await tx
    .own('files')
    .insert({
      ...fields,
      id,
      blob_id: blob.id,
      file_type: fileTypeOf(content_type),
      file_size: written.size_bytes,
      metadata,
      uploaded_by_id: callingUser(tx)?.userId ?? null,
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .execute()
  const { size_bytes } = written
  await tx.audit('file.created', id, { new: { ...fields, content_type, file_size: size_bytes } })
  await tx.emit('file.created', { id, filename, content_type })
  await broadcastFiles(tx)
  return id
}
