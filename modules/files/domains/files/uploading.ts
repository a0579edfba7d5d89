import { createHash } from 'node:crypto'
import { noSpace } from '@powernode/modules/files/domains/storage/space.ts'
import { storageForUpload } from '@powernode/modules/files/domains/storage/storage.ts'
import { writeBlob } from '@powernode/modules/files/domains/storage/writing.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  type FileForm,
  type FormFile,
  readFileForm,
} from '@powernode/server/platform/http/file_form.ts'
import type { Upload } from '@powernode/server/platform/http/upload.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { FastifyRequest } from 'fastify'
import { readFile } from './file.ts'
import { requireContentType, requireExtension, requireFilename } from './file_rules.ts'
import { recordFile } from './recording.ts'
import { type FileFields, findReplaced, parseUploadFields } from './upload_fields.ts'

/** A storage that takes a new file. */
export type TakingStorage = Awaited<ReturnType<typeof storageForUpload>>

/** Stores the file of a form. */
export async function uploadFile(ctx: Ctx, upload: Upload, { headers }: FastifyRequest) {
  return readFile(ctx, await storeForm(ctx, upload, headers['content-type'], {}))
}

/** Stores the file of a form as the next version of a file of the account, which keeps its name. */
export async function uploadVersion(
  ctx: Ctx,
  id: string,
  upload: Upload,
  { headers }: FastifyRequest,
) {
  await readFile(ctx, id)
  return readFile(ctx, await storeForm(ctx, upload, headers['content-type'], { version_of: id }))
}

/** `more` counts as if it were in the form. */
async function storeForm(
  ctx: Ctx,
  upload: Upload,
  contentType: string | undefined,
  more: { version_of?: string },
): Promise<string> {
  const form = await readFileForm(upload, contentType)
  const early = parseUploadFields({ ...form.fields, ...more })
  const storage = await storageForUpload(ctx, early.storage_id)
  const replaced = await findReplaced(ctx, early)
  const file = replaced ? { ...form.file, filename: replaced.filename } : form.file
  return store(ctx, storage, file, async (sha256) => {
    const fields = await readRest(form)
    upload.identity = identityOf(form.file.filename, fields, sha256)
    return parseUploadFields({ ...fields, ...more })
  })
}

/** Stores a file that this server made, in the default storage. Returns its id. */
export async function storeContent(
  ctx: Ctx,
  { filename, ...fields }: Omit<FileFields, 'storage_id'> & { filename: string },
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
  fields: Omit<FileFields, 'storage_id'>,
): Promise<string> {
  const storage = await storageForUpload(ctx, undefined)
  return store(ctx, storage, file, async () => fields)
}

/** Writes a file, then records it with the fields that `finish` returns. Returns its id. */
function store(
  ctx: Ctx,
  storage: TakingStorage,
  file: FormFile,
  finish: (sha256: string) => Promise<FileFields>,
): Promise<string> {
  const filename = requireFilename(file.filename, 'file')
  requireExtension(filename, storage, 'file')
  let content_type = ''
  const source = {
    ...sizeIn(storage, file),
    bytes: file.bytes,
    tooLarge: (reserved: number) =>
      reserved < storage.max_file_bytes ? noSpace(reserved) : tooLargeFor(storage),
    async inspect(head: Buffer) {
      content_type = await requireContentType(head, filename, storage)
    },
  }
  return writeBlob(ctx, storage.id, source, async (blob, written) => {
    const fields = await finish(written.sha256)
    return ctx.transaction((tx) =>
      recordFile(tx, { ...fields, filename, content_type }, blob, written),
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
  return identityOf(form.file.filename, await form.rest(), hash.digest('hex'))
}

const identityOf = (filename: string, fields: Record<string, string>, sha256: string) => ({
  filename: requireFilename(filename, 'file'),
  fields: Object.entries(fields).sort(),
  sha256,
})

async function readRest(form: FileForm): Promise<Record<string, string>> {
  const fields = await form.rest()
  for (const name of ['storage_id', 'version_of']) {
    if (form.fields[name] !== fields[name]) {
      throw fail.invalid({ [name]: ['must come before the file'] })
    }
  }
  return fields
}

/** How much may be reserved for a file in a storage. Throws 422 if it is larger than the storage takes. */
export function sizeIn(
  storage: TakingStorage,
  { atLeast, atMost }: { atLeast: number; atMost: number | undefined },
) {
  if (atLeast > storage.max_file_bytes) throw tooLargeFor(storage)
  return { atLeast, atMost: Math.min(atMost ?? storage.max_file_bytes, storage.max_file_bytes) }
}

export const tooLargeFor = ({ max_file_bytes }: TakingStorage) =>
  fail.invalid({
    file: [`must have at most ${max_file_bytes.toLocaleString('en')} bytes in this storage`],
  })
