import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure, fail } from '../kernel/fail.ts'
import type { RouteSpec } from './route.ts'

/** A body that is read while it arrives. */
export interface Upload {
  /** One of the media types that the route takes, without its parameters. */
  type: string
  /** In bytes, where the sender said so. */
  size: number | undefined
  /** Reading fails where more arrives than the route takes, and where the sender stops half-way. */
  bytes: Readable
  /** Why reading failed, if it did. */
  failure: Failure | undefined
}

/** Has the routes of `app` take bodies of the types and size that one route states. */
export function takeUploads(app: FastifyInstance, spec: RouteSpec): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', async (request: FastifyRequest) => openUpload(request, spec))
}

/** Throws 415 and 413 where the head of the request says enough. */
export function openUpload(
  { raw, headers, mediaType = '' }: FastifyRequest,
  { types = [], maxBytes = 0 }: RouteSpec,
): Upload {
  if (!types.includes(mediaType)) {
    throw fail.with('unsupported_media_type', `Send a body of the type ${types.join(' or ')}`)
  }
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw fail.with('unsupported_media_type', 'Send the body without Content-Encoding')
  }
  const { 'content-length': length } = headers
  const size = length === undefined ? undefined : Number(length)
  if (size !== undefined && size > maxBytes) throw fail.with('payload_too_large')

  const bytes = Readable.from(arriving(), { objectMode: false })
  bytes.on('error', () => {}) // a handler that does not read at that moment does not hear of it
  const upload: Upload = { type: mediaType, size, bytes, failure: undefined }
  return upload

  async function* arriving() {
    let received = 0
    try {
      // The request is not destroyed, as that would close the connection before it is answered.
      for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
        received += (chunk as Buffer).length
        if (received > maxBytes) throw fail.with('payload_too_large')
        yield chunk
      }
    } catch (error) {
      const incomplete = fail.with('bad_request', 'The body ended before it was complete')
      upload.failure = error instanceof Failure ? error : incomplete
      throw upload.failure
    }
  }
}

/** What the handler of an upload answers. Where reading failed that is the failure, whatever error it became on its way. */
export function orFailureOf<T>(upload: Upload, handle: () => Promise<T>): Promise<T> {
  return handle().catch((error) => {
    throw upload.failure ?? error
  })
}

/** What tells an upload from another before it is read. */
export const headOf = ({ type, size }: Upload) => ({ type, size })
