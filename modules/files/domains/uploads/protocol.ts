import { randomUUIDv7 } from 'node:crypto'
import { Readable } from 'node:stream'
import { MAX_FILE_BYTES } from '@powernode/modules/files/domains/storage/storage.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { Upload as Body } from '@powernode/server/platform/http/upload.ts'
import type { ErrorCode } from '@powernode/server/platform/kernel/errors.ts'
import { type Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import { Server } from '@tus/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { FILE_ID, UploadStore } from './store.ts'

export const TUS_PATH = '/api/v1/uploads'
export const CHUNK_TYPE = 'application/offset+octet-stream'
const VERSION = '1.0.0'

/** What the server tells in response to OPTIONS. */
export const tusHeaders = {
  'tus-resumable': VERSION,
  'tus-version': VERSION,
  'tus-extension': UploadStore.supported.join(','),
  'tus-max-size': String(MAX_FILE_BYTES),
}

/** Headers of the protocol. Those for other origins are the platform's. */
const OWN_HEADER = /^(upload-|tus-|location$|powernode-)/

/**
 * Answers a request of tus 1.0: the protocol is the library's, uploads are in our tables and storages. Sets the headers of the
 * reply; a failure is thrown, so that it has the usual envelope. Returns the id of the upload.
 */
export async function answerTus(
  ctx: Ctx,
  { request, reply, body }: { request: FastifyRequest; reply: FastifyReply; body?: Body },
): Promise<string> {
  const store = new UploadStore(ctx, body, request.method === 'POST')
  let failure: unknown
  const server = new Server({
    path: TUS_PATH,
    datastore: store,
    locker: store,
    maxSize: MAX_FILE_BYTES,
    relativeLocation: true,
    lockDrainTimeout: 1,
    namingFunction: () => randomUUIDv7(),
    onUploadFinish: async () => ({ headers: { [FILE_ID]: store.fileId ?? '' } }),
    onResponseError(_, error) {
      failure = error
      return undefined
    },
  })
  reply.header('tus-resumable', VERSION)
  if (request.headers['tus-resumable'] !== VERSION) {
    reply.header('tus-version', VERSION)
    throw fail.with('precondition_failed', `Send the header Tus-Resumable: ${VERSION}`)
  }
  const response = await server.handleWeb(asWebRequest(request, body))
  await response.body?.cancel()
  if (response.status >= 400) {
    const isOurs = failure instanceof Error && !('status_code' in failure)
    throw isOurs ? failure : failureOf(response, failure)
  }
  for (const [name, value] of response.headers) {
    if (OWN_HEADER.test(name)) reply.header(name, value)
  }
  if (store.fileId) reply.header(FILE_ID, store.fileId)
  return store.uploadId ?? ''
}

function asWebRequest({ method, url, headers }: FastifyRequest, body: Body | undefined): Request {
  const given = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, String(value))
  }
  const stream = body?.type ? Readable.toWeb(body.bytes) : undefined
  return new Request(new URL(url, 'http://server'), {
    method,
    headers: given,
    ...(stream && { body: stream, duplex: 'half' }),
  } as RequestInit)
}

const codes: Record<number, ErrorCode> = {
  409: 'conflict',
  410: 'upload_expired',
  413: 'payload_too_large',
}

/** The failure for one of the library, which are objects with a status and a text. */
function failureOf({ status }: Response, error: unknown): Failure {
  const { body = '' } = (error ?? {}) as { body?: string }
  if (status === 404) return fail.notFound('upload')
  return fail.with(codes[status] ?? 'bad_request', body.trim() || undefined)
}
