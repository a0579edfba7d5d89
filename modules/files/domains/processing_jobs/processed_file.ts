import { storeDerivative } from '@powernode/modules/files/domains/files/derivative.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { FORM_TYPE, readFileForm } from '@powernode/server/platform/http/file_form.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Upload } from '@powernode/server/platform/http/upload.ts'
import { compileStrict, fieldErrors } from '@powernode/server/platform/http/validation.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'

const MEBIBYTE = 1024 * 1024
/** The largest file that a worker can make, and the largest in JSON. */
export const MAX_PROCESSED_BYTES = 50 * MEBIBYTE
const MAX_JSON_FILE_BYTES = 8 * MEBIBYTE
const MAX_JSON_BYTES = 12 * MEBIBYTE

export const PROCESSED_TYPES = ['application/json', FORM_TYPE]

export const Derivative = Shape('Derivative', {
  storage_key: Text(200, { description: 'Its name', examples: ['thumbnails/…/small.jpg'] }),
})

const Details = Shape({
  type: Text(50, { description: 'What it is', examples: ['thumbnail'] }),
  size: Type.Optional(Text(50, { description: 'Its size', examples: ['small'] })),
  storage_key: Type.Optional(Text(200, { description: 'The name it should have' })),
})

export const ProcessedInJson = Shape('ProcessedInJson', {
  file_content: Type.String({
    maxLength: MAX_JSON_BYTES,
    pattern: '^[A-Za-z0-9+/]+={0,2}$',
    description: 'Its content in base64',
    examples: ['AAAA'],
  }),
  metadata: Details,
})

const isJson = compileStrict(ProcessedInJson)
const areDetails = compileStrict(Details)

/** Stores what a worker made of a file: base64 in JSON, or the file of a form with its details before it. */
export async function storeProcessed(
  ctx: PlatformCtx,
  fileId: string,
  upload: Upload,
  { headers }: FastifyRequest,
) {
  if (upload.type === FORM_TYPE) {
    const { fields, file } = await readFileForm(upload, headers['content-type'])
    if (!areDetails(fields)) throw fail.invalid(fieldErrors(areDetails.errors ?? []))
    const atMost = Math.min(file.atMost ?? MAX_PROCESSED_BYTES, MAX_PROCESSED_BYTES)
    return store(ctx, fileId, fields as unknown as Static<typeof Details>, { ...file, atMost })
  }
  const { file_content, metadata } = await readJson(upload)
  const content = Buffer.from(file_content, 'base64')
  if (content.toString('base64').length !== file_content.length) {
    throw fail.invalid({ file_content: ['must be base64'] })
  }
  if (content.length > MAX_JSON_FILE_BYTES) throw fail.with('payload_too_large')
  const bytes = (async function* () {
    yield content
  })()
  return store(ctx, fileId, metadata, { atLeast: content.length, atMost: content.length, bytes })
}

function store(
  ctx: PlatformCtx,
  fileId: string,
  { type: kind, size = 'original', storage_key }: Static<typeof Details>,
  source: Parameters<typeof storeDerivative>[3],
) {
  return storeDerivative(ctx, fileId, { kind, size, storage_key }, source)
}

async function readJson({ bytes }: Upload): Promise<Static<typeof ProcessedInJson>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MAX_JSON_BYTES) throw fail.with('payload_too_large')
    chunks.push(chunk)
  }
  const body = parse(Buffer.concat(chunks).toString())
  if (!isJson(body)) throw fail.invalid(fieldErrors(isJson.errors ?? []))
  return body as Static<typeof ProcessedInJson>
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw fail.with('malformed_json')
  }
}
