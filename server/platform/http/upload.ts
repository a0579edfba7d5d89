import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure, fail } from '../kernel/fail.ts'
import { announcesBody, limitPauses } from './body_timeouts.ts'

/** A request body that is read as a stream. */
export interface Upload {
  /** One of the media types that the route accepts, without parameters; empty without a body, if the route allows that. */
  type: string
  /** In bytes, if the client sent Content-Length. */
  size: number | undefined
  /** Reading fails if the body is larger than the route accepts, or ends early. */
  bytes: Readable
  /** Why reading failed, if it did. */
  failure: Failure | undefined
  /** Throws if the caller may no longer send it: a body can take hours. */
  requireAccess(): Promise<void>
  /** What identifies the content for an Idempotency-Key. The handler sets it if the route has `identify`. */
  identity?: unknown
}

/** The bodies that a route accepts. */
interface AcceptedBodies {
  types?: readonly string[]
  maxBytes?: number
  optionalBody?: boolean
}

/** Makes the routes of `app` accept bodies of the types and size in `spec`. */
export function takeUploads(app: FastifyInstance, spec: AcceptedBodies): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', async (request: FastifyRequest) => openUpload(request, spec))
}

/** Throws 415 or 413 if the request headers already show it. */
export function openUpload(
  request: FastifyRequest,
  { types = [], maxBytes = 0, optionalBody = false }: AcceptedBodies,
): Upload {
  const { raw, headers, mediaType = '' } = request
  if (optionalBody && !announcesBody(raw)) return uploadOf('', 0, Readable.from([]))
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
  bytes.on('error', () => {}) // the handler may not be reading at this moment
  const upload = uploadOf(mediaType, size, bytes)
  return upload

  async function* arriving() {
    let received = 0
    const arrived = limitPauses(request.server, raw)
    try {
      // The request is not destroyed, because that would close the connection before the response.
      for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
        received += (chunk as Buffer).length
        if (received > maxBytes) throw fail.with('payload_too_large')
        yield chunk
      }
    } catch (error) {
      const incomplete = fail.with('bad_request', 'The body ended before it was complete')
      upload.failure = error instanceof Failure ? error : incomplete
      throw upload.failure
    } finally {
      arrived()
    }
  }
}

/** Access is checked by the route that takes the upload. */
const uploadOf = (type: string, size: number | undefined, bytes: Readable): Upload => ({
  ...{ type, size, bytes, failure: undefined },
  requireAccess: async () => {},
})

/** Runs the handler of an upload. If reading failed, throws that failure instead of the handler's error. */
export function throwUploadFailure<T>(upload: Upload, handle: () => Promise<T>): Promise<T> {
  return handle().catch((error) => {
    upload.bytes.destroy() // what is left of the body is discarded
    throw upload.failure ?? error
  })
}

/** Identifies an upload before it is read. */
export const uploadIdentity = ({ type, size }: Upload, headers: unknown[]) => ({
  ...{ type, size },
  ...(headers.length > 0 && { headers }),
})
